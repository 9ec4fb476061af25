package si.kazalnik.benchmark.fault;

import java.util.List;
import si.kazalnik.indicator.IndicatorService;
import si.kazalnik.ingestion.IngestionService;
import si.kazalnik.notification.NotificationService;

/** The three services. */
enum Part {
  INGESTION("ingestion", "ingestion", IngestionService.class, 8081),
  INDICATOR("indicator", "indicators", IndicatorService.class, 8080),
  NOTIFICATION("notification", "notifications", NotificationService.class, 8082);

  private final String text;
  private final String database;
  private final Class<?> main;
  private final int port;

  Part(String text, String database, Class<?> main, int port) {
    this.text = text;
    this.database = database;
    this.main = main;
    this.port = port;
  }

  String text() {
    return text;
  }

  String database() {
    return database;
  }

  Class<?> main() {
    return main;
  }

  /** The API's by default; the management port lies 1000 above. */
  int port() {
    return port;
  }

  static List<Part> all() {
    return List.of(values());
  }
}
