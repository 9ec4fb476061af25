package si.kazalnik.notification.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import si.kazalnik.contract.Bounds;

/** Values of one indicator with their unit, joined by a no-break space. */
final class Quantities {

  private static final char NBSP = '\u00a0';
  private static final int EXTRA = 4;

  private final Wording wording;
  private final Numbers numbers;
  private final Units units;
  private final String unit;
  private final int decimals;

  /**
   * @param unit as in the catalogue
   * @param decimals to which the indicator is rounded
   */
  Quantities(Wording wording, String unit, int decimals) {
    this.wording = wording;
    this.numbers = new Numbers(wording);
    this.units = new Units(wording);
    this.unit = unit;
    this.decimals = decimals;
  }

  /** With the indicator's decimals. */
  String value(BigDecimal number) {
    return withUnit(number.setScale(decimals, RoundingMode.HALF_UP), unit);
  }

  /**
   * What was expected, with so many decimals more that it can't be taken for the value.
   *
   * @param judged the value beside which it stands
   */
  String expected(Bounds expected, BigDecimal judged) {
    BigDecimal number = expected.value();
    if (number == null) {
      return target(expected);
    }
    int shown = decimals;
    while (shown < decimals + EXTRA
        && number.compareTo(judged) != 0
        && number.setScale(shown, RoundingMode.HALF_UP).compareTo(judged) == 0) {
      shown++;
    }
    return withUnit(number.setScale(shown, RoundingMode.HALF_UP), unit);
  }

  /** A target as it was promised, without zeros at the end. */
  String target(Bounds target) {
    if (target.low() != null && target.high() != null) {
      return wording.say(
          "range",
          Map.of(
              "low", numbers.plain(target.low()),
              "high", withUnit(stripped(target.high()), unit)));
    }
    return target.value() == null ? "" : withUnit(stripped(target.value()), unit);
  }

  /** A difference of two values: of percentages in percentage points, and never shown as 0. */
  String gap(BigDecimal gap) {
    return withUnit(visible(gap), unit.equals("percent") ? "percentage-points" : unit);
  }

  /** The same without unit. */
  String bareGap(BigDecimal gap) {
    BigDecimal shown = visible(gap);
    return numbers.fixed(shown, Math.max(0, shown.scale()));
  }

  /** Whether we have a word or sign for the unit. */
  boolean unitIsKnown() {
    return unit.equals("percent") || units.knows(unit);
  }

  private BigDecimal visible(BigDecimal gap) {
    int shown = decimals;
    while (shown < decimals + EXTRA
        && gap.signum() != 0
        && gap.setScale(shown, RoundingMode.HALF_UP).signum() == 0) {
      shown++;
    }
    return gap.setScale(shown, RoundingMode.HALF_UP);
  }

  private String withUnit(BigDecimal number, String unitOfIt) {
    String shown = numbers.fixed(number, Math.max(0, number.scale()));
    if (unitOfIt.equals("percent")) {
      return wording.language().equals("sl") ? shown + NBSP + "%" : shown + "%";
    }
    String word = units.knows(unitOfIt) ? units.word(unitOfIt, number) : "";
    return word.isEmpty() ? shown : shown + NBSP + word;
  }

  private static BigDecimal stripped(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
