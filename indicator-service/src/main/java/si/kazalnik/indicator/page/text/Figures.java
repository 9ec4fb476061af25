package si.kazalnik.indicator.page.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;

/** Numbers as the language writes them: decimal comma or point, U+2212 for minus. */
public final class Figures {

  private static final String PERCENT = "percent";
  private static final char NO_BREAK = '\u00a0';

  private final Language language;
  private final LocalizedNumberFormatter formatter;

  public Figures(Language language) {
    this.language = language;
    this.formatter = NumberFormatter.withLocale(language.locale());
  }

  /** With exactly so many decimals; rounded for the eye where there are more. */
  public String number(BigDecimal number, int decimals) {
    return minus(formatter.precision(Precision.fixedFraction(decimals)).format(number).toString());
  }

  /** With the decimals that it has. */
  public String number(BigDecimal number) {
    return number(number, Math.max(0, number.stripTrailingZeros().scale()));
  }

  /** With its unit where that is a sign of its own, that is, per cent. */
  public String value(BigDecimal number, int decimals, String unit) {
    return number(number, decimals) + sign(unit);
  }

  /** As it is, with its unit where that is a sign. */
  public String value(BigDecimal number, String unit) {
    return number(number) + sign(unit);
  }

  /** {@code %} with what stands before it; nothing for other units. */
  public String sign(String unit) {
    if (!PERCENT.equals(unit)) {
      return "";
    }
    return language == Language.SL ? NO_BREAK + "%" : "%";
  }

  private static String minus(String formatted) {
    return formatted.replace('-', '\u2212');
  }
}
