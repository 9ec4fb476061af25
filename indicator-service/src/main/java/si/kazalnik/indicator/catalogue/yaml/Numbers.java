package si.kazalnik.indicator.catalogue.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JSON writes them, with an optional plus sign, within the limits of a measurement. */
final class Numbers {

  // Three digits of exponent at most: a longer one makes BigDecimal throw or fill the memory.
  private static final Pattern FORM =
      Pattern.compile("[-+]?\\d{1,400}(\\.\\d{1,400})?([eE][-+]?\\d{1,3})?");
  private static final int BEFORE_POINT = 18;
  private static final int AFTER_POINT = 12;
  private static final int LONGEST_SHOWN = 60;

  private Numbers() {}

  static Optional<BigDecimal> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.precision() - number.scale() > BEFORE_POINT || number.scale() > AFTER_POINT) {
      return Optional.empty();
    }
    // 1E+3 and 1000 are one number: written alike, they are equal too.
    return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
  }

  static Optional<Integer> whole(String text, int least, int most) {
    return parse(text)
        .filter(number -> number.scale() == 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
