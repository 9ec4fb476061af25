package si.kazalnik.ingestion.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "SHA-256 of `data` with members sorted by code point, no white space, texts as in RFC 8785,
 * numbers in plain notation without zeros at the end of the fraction".
 */
class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.000, 0",
    "0e7, 0",
    "1, 1",
    "1.0, 1",
    "1.50, 1.5",
    "1e3, 1000",
    "1E+3, 1000",
    "1200e-2, 12",
    "12e-1, 1.2",
    "-12e-5, -0.00012",
    "0.10e1, 1",
    "100, 100",
    "9007199254740993, 9007199254740993",
    "1e999999999, 1e999999999",
    "10e999999998, 1e999999999",
    "1e-999999999, 1e-999999999",
  })
  void numbers_are_plain(String literal, String canonical) {
    assertThat(CanonicalJson.write(number(literal))).isEqualTo(canonical);
  }

  @Test
  void texts_are_escaped_as_in_rfc_8785() {
    assertThat(CanonicalJson.write(new Json.Text("€$\u000f\nA'B\"\\\\\"/\u007f\u2028")))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\u2028\"");
    assertThat(CanonicalJson.write(new Json.Text("\b\t\f\r"))).isEqualTo("\"\\b\\t\\f\\r\"");
  }

  @Test
  void members_are_sorted_by_code_point_and_not_by_utf_16_unit() {
    JsonObject object =
        JsonObject.of(
                List.of(
                    new JsonObject.Member("\ud83d\ude00", Json.Literal.TRUE),
                    new JsonObject.Member("\ufb33", Json.Literal.FALSE),
                    new JsonObject.Member("a", Json.Literal.NULL),
                    new JsonObject.Member("A", new Json.Items(List.of(number("1"), number("2"))))))
            .object();
    assertThat(CanonicalJson.write(object))
        .isEqualTo("{\"A\":[1,2],\"a\":null,\"\ufb33\":false,\"\ud83d\ude00\":true}");
  }

  @Test
  void the_hash_is_sha_256_of_its_utf_8() {
    assertThat(CanonicalJson.hash(JsonObject.of(List.of()).object()))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Property
  void a_number_written_in_another_way_is_the_same(
      @ForAll BigDecimal number, @ForAll("shifts") int shift) {
    String plain = number.toPlainString();
    String shifted = number.scaleByPowerOfTen(-shift).toPlainString() + "e" + shift;
    assertThat(CanonicalJson.write(number(shifted)))
        .isEqualTo(CanonicalJson.write(number(plain)))
        .isEqualTo(naive(number));
    assertThat(JsonNumber.of(plain).toBigDecimal()).isEqualByComparingTo(number);
  }

  @Property
  void the_order_of_the_members_changes_nothing(@ForAll List<String> names, @ForAll long seed) {
    List<JsonObject.Member> members = new ArrayList<>();
    names.stream()
        .filter(CodePoints::wellFormed)
        .distinct()
        .forEach(name -> members.add(new JsonObject.Member(name, new Json.Text(name))));
    String before = CanonicalJson.hash(JsonObject.of(members).object());
    Collections.shuffle(members, new Random(seed));
    assertThat(CanonicalJson.hash(JsonObject.of(members).object())).isEqualTo(before);
  }

  @Property
  void code_points_are_compared_as_numbers(@ForAll String a, @ForAll String b) {
    if (CodePoints.wellFormed(a) && CodePoints.wellFormed(b)) {
      int[] x = a.codePoints().toArray();
      int[] y = b.codePoints().toArray();
      assertThat(Integer.signum(CodePoints.compare(a, b)))
          .isEqualTo(Integer.signum(java.util.Arrays.compare(x, y)));
    }
  }

  @Provide
  Arbitrary<Integer> shifts() {
    return Arbitraries.integers().between(-30, 30);
  }

  private static String naive(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  private static Json number(String literal) {
    return new Json.Num(JsonNumber.of(literal));
  }
}
