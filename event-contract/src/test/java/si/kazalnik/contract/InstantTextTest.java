package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.jspecify.annotations.Nullable;

class InstantTextTest {

  @Property
  void reads_every_moment_as_java_does(@ForAll("moments") String text) {
    assertThat(InstantText.read(text)).isNotNull().isEqualTo(java(text));
  }

  @Property
  void reads_and_refuses_what_java_does(@ForAll("spoilt") String text) {
    assertThat(InstantText.read(text)).isEqualTo(java(text));
  }

  @Provide
  Arbitrary<String> moments() {
    Arbitrary<LocalDateTime> local =
        Arbitraries.oneOf(
            DateTimes.dateTimes(),
            DateTimes.dateTimes().ofPrecision(ChronoUnit.NANOS),
            DateTimes.dateTimes().ofPrecision(ChronoUnit.MILLIS));
    Arbitrary<ZoneOffset> offset =
        Arbitraries.oneOf(
            Arbitraries.of(ZoneOffset.UTC, ZoneOffset.MAX, ZoneOffset.MIN),
            Arbitraries.integers().between(-18 * 60, 18 * 60).map(InstantTextTest::minutes),
            Arbitraries.integers().between(-64_800, 64_800).map(ZoneOffset::ofTotalSeconds));
    return Combinators.combine(local, offset)
        .as((time, at) -> time.atOffset(at).toString())
        .edgeCases(none -> none.add("2024-02-29T23:59:59.999999999+02:00"));
  }

  /** A moment with a character changed, added or left out, anywhere. */
  @Provide
  Arbitrary<String> spoilt() {
    return Combinators.combine(
            moments(),
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(
                "", "0", "6", "9", "T", "t", "z", "Z", ":", "+", "-", ".", ",", " ", "é"),
            Arbitraries.integers().between(0, 1))
        .as(
            (text, place, character, left) -> {
              int at = Math.min(place, text.length());
              return text.substring(0, at)
                  + character
                  + text.substring(Math.min(at + left, text.length()));
            })
        .edgeCases(
            each ->
                each.add("2016-12-31T23:59:60Z")
                    .add("2026-01-01T24:00:00Z")
                    .add("2026-01-01T10:00:00-00:00")
                    .add("2026-01-01T10:00:00+0100")
                    .add("2026-02-30T10:00:00Z")
                    .add("2026-01-01T10:00:00.0000000001Z"));
  }

  private static ZoneOffset minutes(int minutes) {
    return ZoneOffset.ofTotalSeconds(minutes * 60);
  }

  private static @Nullable Instant java(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException none) {
      return null;
    }
  }
}
