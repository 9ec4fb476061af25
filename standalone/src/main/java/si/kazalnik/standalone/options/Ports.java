package si.kazalnik.standalone.options;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of the standalone.
 *
 * @param offset added to every one, 0 to {@value #MAX_OFFSET}
 */
public record Ports(int offset) {

  /** With more the database's port would lie above 65535. */
  public static final int MAX_OFFSET = 38_000;

  public int page() {
    return 8080 + offset;
  }

  public int ingestion() {
    return 8081 + offset;
  }

  public int notification() {
    return 8082 + offset;
  }

  /** Management of the service that listens there. */
  public int managementOf(int servicePort) {
    return servicePort + 1000;
  }

  public int kafka() {
    return 9092 + offset;
  }

  public int database() {
    return 27017 + offset;
  }

  public int smtp() {
    return 2525 + offset;
  }

  public int inbox() {
    return 8025 + offset;
  }

  /** Every port that this command line needs, with what it is for. */
  public Map<Integer, String> needed(Options options) {
    Map<Integer, String> needed = new LinkedHashMap<>();
    needed.put(page(), "the page and the API");
    needed.put(ingestion(), "ingestion");
    needed.put(notification(), "the notification service");
    needed.put(managementOf(page()), "management of the indicator service");
    needed.put(managementOf(ingestion()), "management of the ingestion service");
    needed.put(managementOf(notification()), "management of the notification service");
    if (options.kafka() == null) {
      needed.put(kafka(), "Kafka");
    }
    if (options.mongodb() == null) {
      needed.put(database(), "the database");
    }
    if (options.mail() == null) {
      needed.put(smtp(), "the mail server");
      needed.put(inbox(), "the inbox");
    }
    return needed;
  }
}
