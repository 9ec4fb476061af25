package si.kazalnik.ingestion.validation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonNumber;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/** Unit and number of a measurement. */
final class ValueRules {

  private static final int MOST_INTEGER_DIGITS = 18;

  private static final int MOST_FRACTION_DIGITS = 12;

  private ValueRules() {}

  static @Nullable Refusal unit(Series series, @Nullable Json unit) {
    if (unit == null || (unit instanceof Json.Text text && text.value().equals(series.unit()))) {
      return null;
    }
    String given = unit instanceof Json.Text text ? Wording.quote(text.value()) : unit.kind();
    String right =
        series.unit() == null
            ? series.id() + " has no unit"
            : series.id() + " is in " + Wording.quote(series.unit());
    return new Refusal(RejectionCode.WRONG_UNIT, "the unit is " + given + "; " + right);
  }

  static @Nullable Refusal number(Series series, @Nullable Json value) {
    if (!series.hasValue()) {
      return value == null
          ? null
          : notANumber(series.id() + " takes no `value`, and one is given; leave it out");
    }
    if (value == null) {
      return notANumber("`value` is missing; " + series.id() + " needs a number");
    }
    return value instanceof Json.Num
        ? null
        : notANumber(
            "`value` must be a number, and is "
                + value.kind()
                + (value instanceof Json.Text text
                    ? " (" + Wording.quote(text.value()) + "); write it without quotation marks"
                    : ""));
  }

  static @Nullable Refusal range(Series series, JsonNumber number) {
    if (number.integerDigits() > MOST_INTEGER_DIGITS
        || number.fractionDigits() > MOST_FRACTION_DIGITS) {
      return outOfRange(
          "`value` has too many digits; at most "
              + MOST_INTEGER_DIGITS
              + " before the decimal point and "
              + MOST_FRACTION_DIGITS
              + " after");
    }
    BigDecimal value = number.toBigDecimal();
    BigDecimal min = series.min();
    BigDecimal max = series.max();
    if (min != null && value.compareTo(min) < 0) {
      return outOfRange(
          "`value` is "
              + value.toPlainString()
              + ", less than the least that "
              + series.id()
              + " allows, "
              + min.toPlainString());
    }
    if (max != null && value.compareTo(max) > 0) {
      return outOfRange(
          "`value` is "
              + value.toPlainString()
              + ", more than the most that "
              + series.id()
              + " allows, "
              + max.toPlainString());
    }
    return null;
  }

  private static Refusal notANumber(String message) {
    return new Refusal(RejectionCode.NOT_A_NUMBER, message);
  }

  private static Refusal outOfRange(String message) {
    return new Refusal(RejectionCode.OUT_OF_RANGE, message);
  }
}
