package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.contract.calendar.ReportingPeriod;

/**
 * Reads a record of {@code measurements}. Ingestion lets nothing through that could not be counted;
 * a record that something else wrote must not stop the partition for ever.
 */
final class MeasurementRecord {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int HASH = 64;
  private static final int BEFORE_POINT = 18;
  private static final int AFTER_POINT = 12;

  private MeasurementRecord() {}

  /**
   * The event.
   *
   * @param json empty where the record has no value
   * @throws UnreadableRecordException where there is none, or it lacks what every event has
   */
  static AcceptedMeasurement read(byte[] json) {
    AcceptedMeasurement event = ContractJson.read(json, AcceptedMeasurement.class);
    String lack = event == null ? "anything" : lack(event);
    if (lack != null) {
      throw new UnreadableRecordException("unreadable as AcceptedMeasurement: it lacks " + lack);
    }
    return event;
  }

  // The codec leaves null what is not there, whatever the record's signature says.
  @SuppressWarnings({"ConstantValue", "RedundantNullCheck"})
  private static @Nullable String lack(AcceptedMeasurement event) {
    if (event.type() == null || event.provider() == null || event.recordedAt() == null) {
      return "type, provider or recordedAt";
    }
    if (event.source() == null || event.measurement() == null || !isHash(event.contentHash())) {
      return "source, measurement or contentHash";
    }
    if (event.type() == EventType.WITHDRAWN) {
      return null;
    }
    Map<String, String> dimensions = event.dimensions();
    if (!isId(event.series()) || dimensions == null || dimensions.containsValue(null)) {
      return "series or dimensions";
    }
    if (event.value() != null && !fits(event.value())) {
      return "a value of at most 18 digits before the decimal point and 12 after";
    }
    if (event.period() == null && event.type() != EventType.COMPLETED) {
      return fits(event.observedAt()) ? null : "observedAt or period";
    }
    return isPeriod(event.period()) ? null : "a period";
  }

  private static boolean isHash(@Nullable String text) {
    if (text == null || text.length() != HASH) {
      return false;
    }
    for (int i = 0; i < HASH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  // The store ends ids with a zero.
  private static boolean isId(@Nullable String series) {
    return series != null && series.indexOf(0) < 0;
  }

  private static boolean fits(BigDecimal value) {
    return value.scale() <= AFTER_POINT && (long) value.precision() - value.scale() <= BEFORE_POINT;
  }

  private static boolean fits(@Nullable Instant at) {
    return at != null && at.isAfter(EARLIEST) && at.isBefore(LATEST);
  }

  private static boolean isPeriod(@Nullable String period) {
    return period != null
        && ReportingPeriod.parse(period)
            .filter(found -> found.start().getYear() > 0 && found.end().getYear() < 9999)
            .isPresent();
  }
}
