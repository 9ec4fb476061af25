package si.kazalnik.notification.kafka;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.UnreadableRecordException;

/** Reads deviations; what lacks a part that every deviation has is no deviation. */
final class DeviationCodec {

  // What else an indicator may once deviate by has no words yet; it is kept aside until it has.
  private static final Set<Deviation.Severity> OF_VERDICTS =
      EnumSet.of(
          Deviation.Severity.AT_RISK, Deviation.Severity.OFF_TRACK, Deviation.Severity.MISSED);

  private DeviationCodec() {}

  /** What the bytes hold, or why they hold none. */
  sealed interface Result {

    record Sound(Deviation deviation) implements Result {}

    record Unreadable(String reason) implements Result {}
  }

  static Result read(byte[] json) {
    try {
      Deviation deviation = ContractJson.read(json, Deviation.class);
      return lack(deviation)
          .<Result>map(Result.Unreadable::new)
          .orElseGet(() -> new Result.Sound(deviation));
    } catch (UnreadableRecordException e) {
      return new Result.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> lack(@Nullable Deviation deviation) {
    if (deviation == null || !isWhole(deviation)) {
      return Optional.of("a part that every deviation has is missing");
    }
    if (deviation.provider() == null
        && deviation.causes().stream()
            .anyMatch(cause -> cause != null && !OF_VERDICTS.contains(cause.severity()))) {
      return Optional.of("a deviation of an indicator has only causes that are verdicts");
    }
    if (deviation.history().stream().anyMatch(DeviationCodec::bad)) {
      return Optional.of("a point of its history needs period and status");
    }
    return deviation.causes().isEmpty() || deviation.causes().stream().anyMatch(DeviationCodec::bad)
        ? Optional.of("a deviation needs causes with kind, severity, indicator, period and time")
        : Optional.empty();
  }

  private static boolean isWhole(Deviation deviation) {
    return Stream.of(
                deviation.id(),
                deviation.dimensions(),
                deviation.state(),
                deviation.severity(),
                deviation.causes(),
                deviation.openedAt(),
                deviation.history())
            .allMatch(Objects::nonNull)
        && !deviation.dimensions().containsValue(null)
        && (deviation.indicator() != null || deviation.provider() != null);
  }

  // The codec leaves null what is not there, whatever the record's signature says.
  private static boolean bad(Deviation.@Nullable Cause cause) {
    if (cause == null || (cause.failing() != null && cause.failing().contains(null))) {
      return true;
    }
    return Stream.of(
            cause.kind(), cause.severity(), cause.indicator(), cause.period(), cause.since())
        .anyMatch(Objects::isNull);
  }

  private static boolean bad(Deviation.@Nullable Point point) {
    return point == null || point.period() == null || point.status() == null;
  }
}
