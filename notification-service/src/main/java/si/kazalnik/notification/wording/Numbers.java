package si.kazalnik.notification.wording;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in a language's form, with a real minus sign. */
final class Numbers {

  private static final String MINUS = "\u2212";
  private static final int MOST_DECIMALS = 12;

  private final LocalizedNumberFormatter formatter;

  Numbers(Wording wording) {
    this.formatter =
        NumberFormatter.withLocale(wording.locale()).roundingMode(RoundingMode.HALF_UP);
  }

  /** With exactly that many decimals, rounded half away from zero. */
  String fixed(BigDecimal number, int decimals) {
    return format(number, Precision.fixedFraction(decimals));
  }

  /** As it is, without zeros at the end. */
  String plain(BigDecimal number) {
    return format(number, Precision.minMaxFraction(0, MOST_DECIMALS));
  }

  String count(long number) {
    return plain(BigDecimal.valueOf(number));
  }

  private String format(BigDecimal number, Precision precision) {
    return formatter.precision(precision).format(number).toString().replace("-", MINUS);
  }
}
