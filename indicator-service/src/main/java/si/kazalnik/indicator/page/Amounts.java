package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.page.chart.ChartKind;
import si.kazalnik.indicator.page.text.Figures;

/** The numbers of one indicator as its page writes them. */
record Amounts(Edition edition, Indicator definition) {

  private static final String PERCENT = "percent";
  private static final String NONE = "–";

  /** Whether its values say <i>done</i> or <i>not done</i>. */
  boolean deliverable() {
    return ChartKind.of(definition) == ChartKind.DELIVERABLE;
  }

  /** With its sign; a deliverable's in words. */
  String value(BigDecimal value) {
    if (deliverable()) {
      return edition.say(value.signum() > 0 ? "done" : "notDone");
    }
    return figures().value(value, definition.decimals(), definition.unit());
  }

  /** For a column whose head bears the sign. */
  String cell(@Nullable BigDecimal value) {
    if (value == null) {
      return NONE;
    }
    return deliverable() ? value(value) : figures().number(value, definition.decimals());
  }

  /** A target or baseline, with the decimals that it has. */
  String bounds(Bounds bounds) {
    return text(bounds, figures()::number) + figures().sign(definition.unit());
  }

  /** A target by itself. */
  String mark(Bounds bounds) {
    return deliverable() ? target(bounds) : bounds(bounds);
  }

  /** A target in a sentence: {@code at least 250}, {@code done}. */
  String target(Bounds bounds) {
    BigDecimal single = bounds.value();
    if (single == null) {
      return bounds(bounds);
    }
    if (deliverable()) {
      return value(single);
    }
    return edition.say("target." + definition.polarity(), "target", bounds(bounds));
  }

  String cell(@Nullable Bounds bounds) {
    if (bounds == null) {
      return NONE;
    }
    return deliverable() ? target(bounds) : text(bounds, figures()::number);
  }

  /**
   * What is expected, rounded like the value, but exactly where that would make the two look alike.
   */
  String expected(Bounds expected, @Nullable BigDecimal beside) {
    return expectedCell(expected, beside) + figures().sign(definition.unit());
  }

  String expectedCell(@Nullable Bounds expected, @Nullable BigDecimal beside) {
    if (expected == null) {
      return NONE;
    }
    return deliverable() ? target(expected) : text(expected, number -> rounded(number, beside));
  }

  private String rounded(BigDecimal number, @Nullable BigDecimal beside) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (whole && definition.decimals() == 0) {
      return figures().number(number);
    }
    BigDecimal seen = number.setScale(definition.decimals(), RoundingMode.HALF_UP);
    boolean alike = beside != null && seen.compareTo(beside) == 0 && number.compareTo(beside) != 0;
    return alike ? figures().number(number) : figures().number(number, definition.decimals());
  }

  /** A difference of two of its values: percentages differ by points. */
  String gap(BigDecimal difference) {
    BigDecimal size = difference.abs();
    BigDecimal seen = size.setScale(definition.decimals(), RoundingMode.HALF_UP);
    boolean visible = seen.signum() > 0 || size.signum() == 0;
    String text = visible ? figures().number(seen) : figures().number(size);
    return PERCENT.equals(definition.unit())
        ? edition.say("points", "n", visible ? seen : size, "text", text)
        : text;
  }

  /** A difference with every decimal that it has. */
  String exactGap(BigDecimal difference) {
    String text = figures().number(difference);
    return PERCENT.equals(definition.unit())
        ? edition.say("points", "n", difference, "text", text)
        : text;
  }

  /** What stands behind the head of a column of its numbers. */
  String columnUnit() {
    return PERCENT.equals(definition.unit()) && !deliverable() ? ", %" : "";
  }

  /** The distance from the expected, or null where there is nothing to compare. */
  static @Nullable BigDecimal distance(IndicatorValue value) {
    Bounds expected = value.expected();
    BigDecimal number = value.value();
    if (expected == null || number == null) {
      return null;
    }
    if (expected.value() != null) {
      return number.subtract(expected.value());
    }
    BigDecimal low = Objects.requireNonNull(expected.low());
    BigDecimal high = Objects.requireNonNull(expected.high());
    if (number.compareTo(low) < 0) {
      return number.subtract(low);
    }
    return number.compareTo(high) > 0 ? number.subtract(high) : BigDecimal.ZERO;
  }

  private static String text(
      Bounds bounds, java.util.function.Function<BigDecimal, String> number) {
    BigDecimal single = bounds.value();
    return single != null
        ? number.apply(single)
        : number.apply(Objects.requireNonNull(bounds.low()))
            + "–"
            + number.apply(Objects.requireNonNull(bounds.high()));
  }

  private Figures figures() {
    return edition.figures();
  }
}
