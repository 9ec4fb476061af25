package si.kazalnik.indicator.domain.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodePointsTest {

  /** "(`observedAt`, or the end of its period; source; measurement; texts by code point)". */
  @Property(tries = 500)
  void texts_are_compared_by_code_point(@ForAll("texts") String a, @ForAll("texts") String b) {
    int expected = Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    assertThat(Integer.signum(CodePoints.ORDER.compare(a, b))).isEqualTo(Integer.signum(expected));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(0x41, 0x42, 0x17E, 0xD7FF, 0xE000, 0xFFEE, 0x10000, 0x1F600)
        .list()
        .ofMaxSize(4)
        .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
  }
}
