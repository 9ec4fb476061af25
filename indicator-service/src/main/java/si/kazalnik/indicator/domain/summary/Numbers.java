package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The one form in which equal decimals are equal objects. */
public final class Numbers {

  private Numbers() {}

  /** The same number without zeros at the end of its fraction, its scale 0 or more. */
  public static BigDecimal canonical(BigDecimal number) {
    if (number.scale() == 0) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Whether both are the same number, or both are none. */
  public static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null) {
      return b == null;
    }
    return b != null && a.compareTo(b) == 0;
  }
}
