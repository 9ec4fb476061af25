package si.kazalnik.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import si.kazalnik.notification.rules.Grouping.Waiting;

class GroupingTest {

  private static final Duration WAIT = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void nothing_goes_before_the_oldest_has_waited() {
    assertThat(at(299, waiting("a", "owner", NoticeKind.OPENED, 0))).isEmpty();
  }

  @Test
  void all_that_came_while_the_oldest_waited_goes_with_it() {
    assertThat(
            at(
                300,
                waiting("b", "owner", NoticeKind.OPENED, 299),
                waiting("a", "owner", NoticeKind.OPENED, 0)))
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void owners_and_kinds_have_mails_of_their_own() {
    assertThat(
            at(
                300,
                waiting("a", "owner", NoticeKind.OPENED, 0),
                waiting("b", "other", NoticeKind.OPENED, 0),
                waiting("c", "owner", NoticeKind.RESOLVED, 0)))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"));
  }

  @Test
  void pauses_double_up_to_the_longest() {
    RetryPauses pauses =
        new RetryPauses(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(5));
    assertThat(List.of(1, 2, 3, 4, 1000).stream().map(pauses::after).map(Duration::toSeconds))
        .containsExactly(10L, 20L, 40L, 60L, 60L);
  }

  private static List<List<String>> at(int seconds, Waiting... waiting) {
    return Grouping.due(List.of(waiting), WAIT, START.plusSeconds(seconds)).stream()
        .map(group -> group.stream().map(Waiting::id).toList())
        .toList();
  }

  private static Waiting waiting(String id, String role, NoticeKind kind, int since) {
    return new Waiting(id, role, kind, START.plusSeconds(since));
  }
}
