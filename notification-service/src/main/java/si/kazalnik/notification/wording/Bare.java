package si.kazalnik.notification.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.notification.rules.Worst;

/** An indicator that the catalogue no longer holds, as far as a deviation tells of it. */
final class Bare {

  private Bare() {}

  static Indicator indicator(String id, Deviation deviation) {
    Deviation.Cause cause = Worst.cause(deviation);
    BigDecimal value = cause.value();
    boolean tooMuch =
        value != null
            && cause.expected() != null
            && cause.expected().value() != null
            && value.compareTo(cause.expected().value()) > 0;
    return new Indicator(
        id,
        Map.of(),
        Map.of(),
        List.of(),
        "",
        "",
        value == null ? 0 : Math.max(0, value.scale()),
        tooMuch ? Indicator.Polarity.LOWER : Indicator.Polarity.HIGHER,
        List.of(),
        null,
        new Reporting(null, LocalDate.EPOCH, Reporting.Only.ALL, null, Period.ZERO, false),
        null,
        null,
        false,
        null,
        new Target.None(),
        new Indicator.Tolerance(BigDecimal.ZERO, false),
        1,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        Map.of());
  }
}
