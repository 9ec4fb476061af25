package si.kazalnik.benchmark.oracle;

import static si.kazalnik.benchmark.oracle.YamlTree.map;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Event.Kind;

/**
 * Accepts or refuses an event, by the first code that applies.
 *
 * <p>Room: whether an event of an unknown type can be malformed by a missing series; whether a null
 * member is a given one; whether a moment beside the period of a series of moments is refused. The
 * load stays clear of these.
 */
final class Judge {
  private static final int LIMIT = 256 * 1024;
  private static final String TYPES = "si.kazalnik.";

  private final Book book;

  Judge(Book book) {
    this.book = book;
  }

  /** Either an event or a code. */
  record Verdict(@Nullable Event event, @Nullable String code) {}

  Verdict judge(Sent sent, Instant now) {
    try {
      return new Verdict(accepted(sent, now), null);
    } catch (Refused refused) {
      return new Verdict(null, refused.code);
    }
  }

  private Event accepted(Sent sent, Instant now) {
    refuse(sent.value().getBytes(StandardCharsets.UTF_8).length > LIMIT, "TOO_LARGE");
    Map<String, Object> envelope = envelope(sent);
    Object rawData = envelope.get("data");
    refuse(!(rawData instanceof Map<?, ?>), "MALFORMED");
    Map<String, Object> data = map(rawData);
    String type = text(envelope, "type");
    boolean withdrawn = type.equals(TYPES + "measurement.withdrawn.v1");
    boolean corrected = type.equals(TYPES + "measurement.corrected.v1");
    boolean completed = type.equals(TYPES + "period.completed.v1");
    boolean recorded = type.equals(TYPES + "measurement.recorded.v1");
    refuse(!withdrawn && !data.containsKey("series"), "MALFORMED");
    refuse((withdrawn || corrected) && !data.containsKey("measurement"), "MALFORMED");
    for (String text : List.of("series", "measurement", "subject", "key", "period")) {
      refuse(data.containsKey(text) && !(data.get(text) instanceof String), "MALFORMED");
    }
    refuse(!dimensionsAreTexts(data), "MALFORMED");

    refuse(!withdrawn && !corrected && !completed && !recorded, "UNKNOWN_TYPE");
    String source = text(envelope, "source");
    refuse(
        !book.sourcesByProvider().getOrDefault(sent.provider(), Set.of()).contains(source),
        "SOURCE_MISMATCH");
    int revision = revision(data, withdrawn || corrected);
    String measurement =
        data.containsKey("measurement") ? text(data, "measurement") : text(envelope, "id");
    Kind kind =
        withdrawn
            ? Kind.WITHDRAWN
            : corrected ? Kind.CORRECTED : completed ? Kind.COMPLETED : Kind.RECORDED;
    Event.Content content = null;
    if (!withdrawn || data.containsKey("series")) {
      Book.Series series = book.series().get(text(data, "series"));
      if (series == null) {
        throw new Refused("UNKNOWN_SERIES");
      }
      refuse(!series.provider().equals(sent.provider()), "NOT_YOUR_SERIES");
      content =
          switch (kind) {
            case WITHDRAWN -> null;
            case COMPLETED -> completion(series, data, now);
            case RECORDED, CORRECTED -> measurement(series, data, now);
          };
    }
    return new Event(
        sent.provider(), source, measurement, revision, kind, Canonical.hash(data), content);
  }

  private static Map<String, Object> envelope(Sent sent) {
    Object parsed = Json.parse(sent.value());
    if (parsed == null) {
      throw new Refused("MALFORMED");
    }
    Map<String, Object> envelope;
    if (sent.headers().containsKey("ce_specversion")) {
      envelope = new TreeMap<>();
      sent.headers().forEach((name, value) -> envelope.put(name.replaceFirst("^ce_", ""), value));
      envelope.put("data", parsed);
    } else {
      refuse(!(parsed instanceof Map<?, ?>), "MALFORMED");
      envelope = map(parsed);
    }
    for (String needed : List.of("specversion", "id", "source", "type")) {
      refuse(!(envelope.get(needed) instanceof String), "MALFORMED");
    }
    refuse(!"1.0".equals(envelope.get("specversion")), "MALFORMED");
    return envelope;
  }

  private static boolean dimensionsAreTexts(Map<String, Object> data) {
    Object dimensions = data.get("dimensions");
    return dimensions == null
        || (dimensions instanceof Map<?, ?> of
            && of.values().stream().allMatch(String.class::isInstance));
  }

  private static int revision(Map<String, Object> data, boolean later) {
    Object given = data.get("revision");
    if (given == null) {
      refuse(later, "BAD_REVISION");
      return 1;
    }
    if (!(given instanceof Json.Num number)) {
      throw new Refused("BAD_REVISION");
    }
    refuse(!number.text().matches("[1-9]\\d{0,8}"), "BAD_REVISION");
    int revision = Integer.parseInt(number.text());
    refuse(later ? revision < 2 : revision != 1, "BAD_REVISION");
    return revision;
  }

  private Event.Content completion(Book.Series series, Map<String, Object> data, Instant now) {
    Period period = period(data);
    reasonable(start(period.start()), now);
    fresh(series, start(period.end()), now);
    String subject = (String) data.get("subject");
    refuse(
        subject != null && !series.roster().isEmpty() && !series.roster().contains(subject),
        "UNKNOWN_SUBJECT");
    return new Event.Content(
        series.id(), subject, Map.of(), period.start(), period.end(), now, null, null, null);
  }

  private Event.Content measurement(Book.Series series, Map<String, Object> data, Instant now) {
    refuse(data.containsKey("unit") && !data.get("unit").equals(series.unit()), "WRONG_UNIT");
    BigDecimal value = value(series, data);
    LocalDate first;
    LocalDate last;
    Instant observedAt = data.containsKey("observedAt") ? observedAt(data, now) : null;
    Instant moment;
    if (series.period() == null) {
      if (observedAt == null) {
        throw new Refused("BAD_TIME");
      }
      moment = observedAt;
      first = last = observedAt.atZone(book.zone()).toLocalDate();
      fresh(series, observedAt, now);
    } else {
      Period period = period(data);
      refuse(period.unit() != series.period(), "BAD_TIME");
      reasonable(start(period.start()), now);
      first = period.start();
      last = period.end();
      moment = start(last.plusDays(1));
      fresh(series, start(last), now);
    }
    Map<String, String> dimensions = dimensions(series, data);
    String subject = (String) data.get("subject");
    refuse(!series.roster().isEmpty() && !series.roster().contains(subject), "UNKNOWN_SUBJECT");
    refuse(series.keyed() && !data.containsKey("key"), "MISSING_KEY");
    return new Event.Content(
        series.id(),
        subject,
        dimensions,
        first,
        last,
        moment,
        observedAt,
        value,
        (String) data.get("key"));
  }

  private static @Nullable BigDecimal value(Book.Series series, Map<String, Object> data) {
    Object given = data.get("value");
    if (!series.numeric()) {
      refuse(given != null, "NOT_A_NUMBER");
      return null;
    }
    if (!(given instanceof Json.Num number)) {
      throw new Refused("NOT_A_NUMBER");
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number.text());
    } catch (NumberFormatException endless) {
      throw new Refused("OUT_OF_RANGE");
    }
    if (value.signum() == 0) {
      value = BigDecimal.ZERO;
    } else {
      value = value.stripTrailingZeros();
    }
    refuse((long) value.precision() - value.scale() > 18 || value.scale() > 12, "OUT_OF_RANGE");
    refuse(series.min() != null && value.compareTo(series.min()) < 0, "OUT_OF_RANGE");
    refuse(series.max() != null && value.compareTo(series.max()) > 0, "OUT_OF_RANGE");
    return value;
  }

  private static Map<String, String> dimensions(Book.Series series, Map<String, Object> data) {
    Map<String, String> dimensions = new TreeMap<>();
    map(data.getOrDefault("dimensions", Map.of()))
        .forEach((name, value) -> dimensions.put(name, (String) value));
    refuse(!series.dimensions().keySet().containsAll(dimensions.keySet()), "UNKNOWN_DIMENSION");
    dimensions.forEach(
        (name, value) ->
            refuse(
                !series.dimensions().getOrDefault(name, List.of()).contains(value),
                "UNKNOWN_DIMENSION_VALUE"));
    refuse(!dimensions.keySet().containsAll(series.required()), "MISSING_DIMENSION");
    return dimensions;
  }

  private static Period period(Map<String, Object> data) {
    Object given = data.get("period");
    Period period = given instanceof String text ? Period.parse(text) : null;
    if (period == null) {
      throw new Refused("BAD_TIME");
    }
    return period;
  }

  private Instant observedAt(Map<String, Object> data, Instant now) {
    try {
      if (!(data.get("observedAt") instanceof String text)) {
        throw new Refused("BAD_TIME");
      }
      Instant observedAt = OffsetDateTime.parse(text).toInstant();
      reasonable(observedAt, now);
      return observedAt;
    } catch (DateTimeParseException unreadable) {
      throw new Refused("BAD_TIME");
    }
  }

  private void reasonable(Instant time, Instant now) {
    refuse(
        time.isAfter(now.plus(Duration.ofHours(24)))
            || time.isBefore(start(LocalDate.of(1990, 1, 1))),
        "BAD_TIME");
  }

  private void fresh(Book.Series series, Instant time, Instant now) {
    ZonedDateTime local = now.atZone(book.zone());
    ZonedDateTime oldest =
        switch (series.acceptUnit() == null ? "" : series.acceptUnit()) {
          case "years" -> local.minusYears(series.accept());
          case "months" -> local.minusMonths(series.accept());
          case "days" -> local.minusDays(series.accept());
          default -> null;
        };
    refuse(oldest != null && time.isBefore(oldest.toInstant()), "TOO_OLD");
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(book.zone()).toInstant();
  }

  private static String text(Map<String, Object> of, String member) {
    return (String) Objects.requireNonNull(of.get(member));
  }

  private static void refuse(boolean when, String code) {
    if (when) {
      throw new Refused(code);
    }
  }

  private static final class Refused extends RuntimeException {
    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }
  }
}
