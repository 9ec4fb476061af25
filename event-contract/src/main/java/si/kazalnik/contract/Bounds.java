package si.kazalnik.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target, baseline or expected value in the indicator's unit: one number ({@code value}), or for
 * polarity {@code IN_RANGE} a range with both ends inclusive ({@code low}, {@code high}). Exactly
 * one of the two forms is there.
 */
public record Bounds(
    @Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {

  public Bounds {
    boolean single = value != null && low == null && high == null;
    boolean range = value == null && low != null && high != null;
    if (!single && !range) {
      throw new IllegalArgumentException("either value, or low and high: " + value + low + high);
    }
  }

  /** One number. */
  public static Bounds of(BigDecimal value) {
    return new Bounds(value, null, null);
  }

  /** A range, both ends inclusive. */
  public static Bounds range(BigDecimal low, BigDecimal high) {
    return new Bounds(null, low, high);
  }
}
