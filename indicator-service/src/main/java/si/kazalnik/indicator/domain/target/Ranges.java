package si.kazalnik.indicator.domain.target;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;

/** The same arithmetic on one number, or on both ends of a range. */
final class Ranges {

  private Ranges() {}

  static Bounds map(Bounds bounds, UnaryOperator<BigDecimal> change) {
    return combine(bounds, bounds, (a, b) -> change.apply(a));
  }

  /** Of two of the same form, which the loading of a catalogue sees to. */
  static Bounds combine(Bounds a, Bounds b, BinaryOperator<BigDecimal> change) {
    BigDecimal one = a.value();
    BigDecimal other = b.value();
    if (one != null && other != null) {
      return Bounds.of(change.apply(one, other));
    }
    return Bounds.range(
        change.apply(there(a.low()), there(b.low())),
        change.apply(there(a.high()), there(b.high())));
  }

  static BigDecimal there(@Nullable BigDecimal end) {
    return Objects.requireNonNull(end, "a range has both ends, and a number has none");
  }
}
