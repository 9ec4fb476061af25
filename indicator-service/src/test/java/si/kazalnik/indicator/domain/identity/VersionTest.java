package si.kazalnik.indicator.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.EventType;

class VersionTest {

  private static final String LOW = "00" + "a".repeat(62);
  private static final String HIGH = "f0" + "a".repeat(62);

  @Test
  void the_highest_revision_wins_in_whatever_order_they_arrive() {
    Version old = new Version(2, EventType.WITHDRAWN, HIGH);
    Version young = new Version(3, EventType.RECORDED, LOW);
    assertThat(young.against(old)).isEqualTo(Judgement.APPLIED);
    assertThat(old.against(young)).isEqualTo(Judgement.SUPERSEDED);
  }

  @Test
  void at_equal_revision_withdrawn_beats_corrected_beats_completed_beats_recorded() {
    List<EventType> weakestFirst =
        List.of(EventType.RECORDED, EventType.COMPLETED, EventType.CORRECTED, EventType.WITHDRAWN);
    for (int weak = 0; weak < weakestFirst.size(); weak++) {
      for (int strong = weak + 1; strong < weakestFirst.size(); strong++) {
        Version loser = new Version(2, weakestFirst.get(weak), HIGH);
        Version winner = new Version(2, weakestFirst.get(strong), LOW);
        assertThat(winner.against(loser)).isEqualTo(Judgement.APPLIED);
        assertThat(loser.against(winner)).isEqualTo(Judgement.SUPERSEDED);
      }
    }
  }

  @Test
  void then_the_greater_content_compared_as_unsigned_bytes() {
    Version small = new Version(1, EventType.RECORDED, LOW);
    Version great = new Version(1, EventType.RECORDED, HIGH);
    assertThat(great.against(small)).isEqualTo(Judgement.APPLIED);
    assertThat(small.against(great)).isEqualTo(Judgement.SUPERSEDED);
  }

  /** "equal to it, a *duplicate*; beaten by it, *superseded*; else *applied*". */
  @Test
  void equal_to_the_winner_it_is_a_duplicate() {
    Version one = new Version(1, EventType.RECORDED, LOW);
    assertThat(new Version(1, EventType.RECORDED, LOW).against(one)).isEqualTo(Judgement.DUPLICATE);
  }

  @Test
  void corrections_and_withdrawals_of_something_unknown_are_applied() {
    assertThat(new Version(2, EventType.CORRECTED, LOW).against(null)).isEqualTo(Judgement.APPLIED);
    assertThat(new Version(2, EventType.WITHDRAWN, LOW).against(null)).isEqualTo(Judgement.APPLIED);
  }

  @Property(tries = 300)
  void every_order_of_arrival_ends_with_the_same_winner(
      @ForAll("versions") List<Version> versions, @ForAll Random random) {
    Version expected =
        versions.stream()
            .reduce(
                (a, b) ->
                    a.revision() != b.revision()
                        ? (a.revision() > b.revision() ? a : b)
                        : strength(a) != strength(b)
                            ? (strength(a) > strength(b) ? a : b)
                            : (a.contentHash().compareTo(b.contentHash()) > 0 ? a : b))
            .orElseThrow();
    List<Version> arriving = new ArrayList<>(versions);
    Collections.shuffle(arriving, random);
    Version winner = arriving.get(0);
    for (Version each : arriving) {
      winner = each.against(winner) == Judgement.APPLIED ? each : winner;
    }
    assertThat(winner).isEqualTo(expected);
  }

  private static int strength(Version version) {
    return "recorded,completed,corrected,withdrawn"
        .indexOf(version.type().name().toLowerCase(java.util.Locale.ROOT));
  }

  @Provide
  Arbitrary<List<Version>> versions() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 3),
            Arbitraries.of(EventType.class),
            Arbitraries.of(LOW, HIGH))
        .as(Version::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
