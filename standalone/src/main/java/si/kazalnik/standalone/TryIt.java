package si.kazalnik.standalone;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Series;

/**
 * An event to try the whole with: one whose series an indicator adds up or counts, so that the
 * indicator's number visibly grows.
 *
 * @param indicator whose number it changes
 * @param by how much
 */
record TryIt(Indicator indicator, Series series, Provider provider, BigDecimal by, String event) {

  private static final BigDecimal UNITS = BigDecimal.valueOf(5);

  /** Events for up to {@code most} indicators, each with an id that was never used. */
  static List<TryIt> of(Catalogue catalogue, Instant now, int most) {
    return catalogue.indicators().stream()
        .filter(TryIt::grows)
        .flatMap(indicator -> event(catalogue, indicator, now).stream())
        .limit(most)
        .toList();
  }

  /** Whether one event more is seen in whatever period it falls into. */
  private static boolean grows(Indicator indicator) {
    Reporting reporting = indicator.reporting();
    if (indicator.inputs().size() != 1
        || indicator.formula() != null
        || !indicator.changes().isEmpty()
        || reporting.frequency() == null
        || reporting.only() == Reporting.Only.ODD_YEARS) {
      return false;
    }
    Input input = indicator.inputs().get(0);
    return (input.aggregate() == Input.Aggregate.SUM || input.aggregate() == Input.Aggregate.COUNT)
        && input.window() != Input.Window.ROLLING
        && input.atLeast() <= 1;
  }

  private static Optional<TryIt> event(Catalogue catalogue, Indicator indicator, Instant now) {
    Input input = indicator.inputs().get(0);
    return catalogue.series().stream()
        .filter(s -> s.id().equals(input.series()) && s.period() == null && s.roster().isEmpty())
        .filter(s -> s.keep().isEmpty())
        .filter(s -> !s.hasValue() || by(s).signum() != 0)
        .findFirst()
        .flatMap(
            series ->
                catalogue.providers().stream()
                    .filter(p -> p.id().equals(series.provider()))
                    .findFirst()
                    .map(provider -> event(indicator, input, series, provider, now)));
  }

  private static TryIt event(
      Indicator indicator, Input input, Series series, Provider provider, Instant now) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Series.Dimension each : series.dimensions()) {
      dimensions.put(each.name(), input.where().getOrDefault(each.name(), each.values()).get(0));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("series", series.id());
    data.put("observedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    BigDecimal value = by(series);
    if (series.hasValue()) {
      data.put("value", value);
    }
    if (!dimensions.isEmpty()) {
      data.put("dimensions", dimensions);
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", "try-" + UUID.randomUUID());
    event.put("source", provider.sources().get(0));
    event.put("type", EventType.RECORDED.cloudEventType());
    event.put("data", data);
    boolean sum = input.aggregate() == Input.Aggregate.SUM;
    return new TryIt(
        indicator,
        series,
        provider,
        sum ? value : BigDecimal.ONE,
        ContractJson.mapper().writeValueAsString(event));
  }

  /** Five, or what of the series' range comes next to it. */
  private static BigDecimal by(Series series) {
    BigDecimal atLeast = series.min() == null ? UNITS : UNITS.max(series.min());
    return series.max() == null ? atLeast : atLeast.min(series.max());
  }

  /** What to look at, before and after. */
  String sentence(int port) {
    return "`"
        + indicator.id()
        + "` grows by "
        + by.toPlainString()
        + " (http://localhost:"
        + port
        + "/v1/indicators/"
        + indicator.id()
        + "/values):";
  }

  /** Publishes it over HTTP. */
  String curl(int port, String key) {
    return "curl -i -H 'Authorization: Bearer "
        + key
        + "' -H 'Content-Type: application/cloudevents+json' -d '"
        + event
        + "' http://localhost:"
        + port
        + "/v1/measurements";
  }

  /** Publishes it to Kafka. */
  String kcat(String bootstrapServers, Topics topics) {
    return "echo '"
        + event
        + "' | kcat -P -b "
        + bootstrapServers
        + " -t "
        + topics.raw(provider.id())
        + " -H content-type=application/cloudevents+json";
  }
}
