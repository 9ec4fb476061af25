package si.kazalnik.indicator.domain.target;

import java.math.BigDecimal;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.catalogue.Indicator;

/**
 * How far a value is from what was expected.
 *
 * @param amount {@code e − v} (HIGHER), {@code v − e} (LOWER), distance to the range (IN_RANGE)
 * @param bound e, or the bound of the range that is passed (the nearer one inside of it)
 */
public record Shortfall(BigDecimal amount, BigDecimal bound) {

  /** The shortfall of a value against what was expected, by what is better. */
  public static Shortfall of(Bounds expected, BigDecimal value, Indicator.Polarity polarity) {
    BigDecimal e = expected.value();
    if (e != null) {
      return new Shortfall(
          polarity == Indicator.Polarity.LOWER ? value.subtract(e) : e.subtract(value), e);
    }
    BigDecimal low = Ranges.there(expected.low());
    BigDecimal high = Ranges.there(expected.high());
    Shortfall below = new Shortfall(low.subtract(value), low);
    Shortfall above = new Shortfall(value.subtract(high), high);
    Shortfall worse = below.amount.compareTo(above.amount) >= 0 ? below : above;
    return worse.amount.signum() > 0 ? worse : new Shortfall(BigDecimal.ZERO, worse.bound);
  }
}
