package si.kazalnik.ingestion.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A number of any length and exponent, beside Java's own arithmetic where that dares. */
class JsonNumberFuzzTest {

  private static final Pattern LITERAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  /** "beyond ±10¹⁸ it is not told apart" */
  private static final Pattern TOLD_APART = Pattern.compile("[^eE]+([eE][-+]?0*[0-9]{1,17})?");

  private static final Pattern MODEST = Pattern.compile("[^eE]{1,600}([eE][-+]?0*[0-9]{1,3})?");

  @FuzzTest
  void it_is_the_number_that_its_text_denotes(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    if (!LITERAL.matcher(text).matches()) {
      return;
    }
    JsonNumber number = JsonNumber.of(text);
    String canonical = CanonicalJson.write(new Json.Num(number));
    if (TOLD_APART.matcher(text).matches()) {
      assertThat(JsonNumber.of(canonical)).isEqualTo(number);
    }
    if (MODEST.matcher(text).matches()) {
      BigDecimal same = new BigDecimal(text).stripTrailingZeros();
      assertThat(number.toBigDecimal()).isEqualByComparingTo(same);
      assertThat(number.fractionDigits()).isEqualTo(Math.max(0, same.scale()));
      assertThat(number.integerDigits())
          .isEqualTo(same.signum() == 0 ? 0 : Math.max(0, same.precision() - same.scale()));
      assertThat(canonical).isEqualTo(same.signum() == 0 ? "0" : same.toPlainString());
    }
  }
}
