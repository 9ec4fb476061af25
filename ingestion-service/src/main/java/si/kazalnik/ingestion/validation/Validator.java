package si.kazalnik.ingestion.validation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonObject;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/**
 * Judges events by one version of the catalogue. The checks are made in the order of {@link
 * RejectionCode}, and the first that fails names the refusal. It never throws, whatever the event
 * holds, and is safe for use by several threads.
 */
public final class Validator {

  private static final List<String> TYPES =
      List.of(EventType.values()).stream().map(EventType::cloudEventType).toList();

  private final ZoneId zone;
  private final Map<String, Provider> providers;
  private final Map<String, SeriesRules> series;

  /** Takes the catalogue apart once. */
  public Validator(Catalogue catalogue) {
    zone = catalogue.strategy().timeZone();
    providers =
        catalogue.providers().stream().collect(Collectors.toMap(Provider::id, Function.identity()));
    series = catalogue.series().stream().collect(Collectors.toMap(Series::id, SeriesRules::new));
  }

  /**
   * Judges one event that was readable and not too large.
   *
   * @param now the clock's time
   */
  public Verdict judge(Arrival arrival, Event event, Instant now) {
    if (!(event.data() instanceof JsonObject data)) {
      return new Refusal(
          RejectionCode.MALFORMED,
          event.data() == Json.Literal.NULL
              ? "`data` is missing; it must be an object"
              : "`data` must be an object, and is " + event.data().kind());
    }
    EventType type = EventType.ofCloudEventType(event.type()).orElse(null);
    Refusal malformed = ShapeRules.check(data, type);
    if (malformed != null) {
      return malformed;
    }
    if (type == null) {
      return new Refusal(
          RejectionCode.UNKNOWN_TYPE,
          "the type "
              + Wording.quote(event.type())
              + " is unknown; it may be "
              + Wording.names(TYPES)
              + Wording.didYouMean(event.type(), TYPES));
    }
    Refusal refusal = source(arrival.provider(), event.source());
    if (refusal == null) {
      refusal = RevisionRules.check(type, data.get("revision"));
    }
    return refusal != null ? refusal : new Judgement(arrival, event, data, type, now).ofContent();
  }

  private @Nullable Refusal source(String id, String source) {
    Provider provider = providers.get(id);
    if (provider == null) {
      return new Refusal(
          RejectionCode.SOURCE_MISMATCH, Wording.quote(id) + " is not a provider of the catalogue");
    }
    return provider.sources().contains(source)
        ? null
        : new Refusal(
            RejectionCode.SOURCE_MISMATCH,
            "the source "
                + Wording.quote(source)
                + " is not one of "
                + id
                + "; it has "
                + Wording.names(provider.sources())
                + Wording.didYouMean(source, provider.sources()));
  }

  /** An event that is well formed, of a known type, source and revision. */
  private final class Judgement {
    private final Arrival arrival;
    private final Event event;
    private final JsonObject data;
    private final EventType type;
    private final TimeRules times;
    private final @Nullable String subject;
    private final @Nullable String period;

    Judgement(Arrival arrival, Event event, JsonObject data, EventType type, Instant now) {
      this.arrival = arrival;
      this.event = event;
      this.data = data;
      this.type = type;
      this.times = new TimeRules(zone, now);
      this.subject = ShapeRules.text(data, "subject");
      this.period = ShapeRules.text(data, "period");
    }

    Verdict ofContent() {
      String id = ShapeRules.text(data, "series");
      if (id == null) {
        return new Verdict.Accepted(Acceptance.ofWithdrawal(arrival, event, data));
      }
      SeriesRules rules = series.get(id);
      if (rules == null) {
        return new Refusal(
            RejectionCode.UNKNOWN_SERIES,
            "the catalogue has no series "
                + Wording.quote(id)
                + Wording.didYouMean(id, seriesOf(arrival.provider())));
      }
      if (!rules.series().provider().equals(arrival.provider())) {
        return new Refusal(
            RejectionCode.NOT_YOUR_SERIES,
            id + " is fed by " + rules.series().provider() + ", not by " + arrival.provider());
      }
      return switch (type) {
        case WITHDRAWN -> new Verdict.Accepted(Acceptance.ofWithdrawal(arrival, event, data));
        case COMPLETED -> completion(rules);
        case RECORDED, CORRECTED -> measurement(rules);
      };
    }

    private Verdict completion(SeriesRules rules) {
      Refusal refusal = times.ofCompletion(rules.series(), period);
      if (refusal == null) {
        refusal = rules.subject(subject, false);
      }
      return refusal != null
          ? refusal
          : new Verdict.Accepted(Acceptance.ofCompletion(arrival, event, data));
    }

    private Verdict measurement(SeriesRules rules) {
      Json value = data.get("value");
      Refusal refusal = ValueRules.unit(rules.series(), data.get("unit"));
      if (refusal == null) {
        refusal = ValueRules.number(rules.series(), value);
      }
      if (refusal == null && value instanceof Json.Num num) {
        refusal = ValueRules.range(rules.series(), num.value());
      }
      if (refusal == null) {
        refusal = times.ofMeasurement(rules.series(), period, data.get("observedAt"));
      }
      Map<String, String> dimensions = dimensions();
      if (refusal == null) {
        refusal = rules.dimensions(dimensions);
      }
      if (refusal == null) {
        refusal = rules.subject(subject, true);
      }
      if (refusal == null) {
        refusal = rules.key(ShapeRules.text(data, "key"));
      }
      return refusal != null
          ? refusal
          : new Verdict.Accepted(Acceptance.ofMeasurement(arrival, event, data, type, dimensions));
    }

    private Map<String, String> dimensions() {
      if (!(data.get("dimensions") instanceof JsonObject given)) {
        return Map.of();
      }
      Map<String, String> dimensions = new LinkedHashMap<>();
      given.forEach(
          (name, value) -> {
            if (value instanceof Json.Text text) {
              dimensions.put(name, text.value());
            }
          });
      return dimensions;
    }
  }

  private List<String> seriesOf(String provider) {
    return series.values().stream()
        .map(SeriesRules::series)
        .filter(s -> s.provider().equals(provider))
        .map(Series::id)
        .sorted()
        .toList();
  }
}
