package si.kazalnik.ingestion.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A JSON number, exactly: {@code ±digits × 10^exponent}. Reading one costs time and memory in
 * proportion to its text, whatever its exponent says.
 *
 * @param negative false for zero
 * @param digits without zeros at either end; empty for zero
 * @param exponent 0 for zero; beyond ±10¹⁸ it is not told apart
 */
public record JsonNumber(boolean negative, String digits, long exponent) {

  private static final long FARTHEST = 1_000_000_000_000_000_000L;

  /** Digits of which a long holds any. */
  private static final int FITS_LONG = 18;

  /** The number that a JSON number literal denotes; the literal must be one. */
  public static JsonNumber of(String literal) {
    boolean negative = literal.charAt(0) == '-';
    int end = literal.length();
    int mark = literal.indexOf('e');
    if (mark < 0) {
      mark = literal.indexOf('E');
    }
    long exponent = 0;
    if (mark >= 0) {
      exponent = exponent(literal, mark + 1);
      end = mark;
    }
    int start = negative ? 1 : 0;
    int point = literal.indexOf('.');
    String digits;
    if (point < 0) {
      digits = literal.substring(start, end);
    } else {
      digits = literal.substring(start, point) + literal.substring(point + 1, end);
      exponent -= end - point - 1;
    }
    return normalised(negative, digits, exponent);
  }

  private static JsonNumber normalised(boolean negative, String digits, long exponent) {
    int first = 0;
    int last = digits.length();
    while (first < last && digits.charAt(first) == '0') {
      first++;
    }
    if (first == last) {
      return new JsonNumber(false, "", 0);
    }
    while (digits.charAt(last - 1) == '0') {
      last--;
    }
    return new JsonNumber(
        negative, digits.substring(first, last), exponent + (digits.length() - last));
  }

  private static long exponent(String literal, int from) {
    boolean negative = literal.charAt(from) == '-';
    long value = 0;
    for (int i = from; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '-' && c != '+') {
        value = value > FARTHEST / 10 ? FARTHEST : Math.min(FARTHEST, value * 10 + (c - '0'));
      }
    }
    return negative ? -value : value;
  }

  /** Digits before the decimal point in plain notation; 0 where the absolute value is below 1. */
  public long integerDigits() {
    return digits.isEmpty() ? 0 : Math.max(0, digits.length() + exponent);
  }

  /** Digits after the decimal point in plain notation, zeros at the end not counted. */
  public long fractionDigits() {
    return Math.max(0, -exponent);
  }

  /** Whether it has no fraction. */
  public boolean isInteger() {
    return exponent >= 0;
  }

  /**
   * The same number with a scale of 0 or more, zeros at the end of the fraction dropped. Ask {@link
   * #integerDigits()} and {@link #fractionDigits()} first: the result takes memory accordingly.
   */
  public BigDecimal toBigDecimal() {
    if (digits.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int scale = Math.toIntExact(-exponent);
    BigDecimal value =
        digits.length() <= FITS_LONG
            ? BigDecimal.valueOf(Long.parseLong(digits), scale)
            : new BigDecimal(new BigInteger(digits), scale);
    BigDecimal signed = negative ? value.negate() : value;
    return scale < 0 ? signed.setScale(0) : signed;
  }
}
