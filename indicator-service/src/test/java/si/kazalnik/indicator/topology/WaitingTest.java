package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.recorded;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.RevisionCause;

/** "a clock that jumps years is worked off in chunks shorter than a transaction". */
class WaitingTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String DAILY =
      Town.monthly("daily", "SUM", "target: none").replace("frequency: MONTH", "frequency: DAY")
          + Town.monthly("monthly", "SUM", "target: none");

  private static final int MOST = 20_000;

  private static String version(int decimals) {
    return DAILY.replace("decimals: 0", "decimals: " + decimals);
  }

  @Test
  void what_comes_while_a_jump_is_worked_off_waits_and_is_late(@TempDir Path folder) {
    try (Bench bench =
        new Bench(
            folder,
            "2025-01-15T12:00:00Z",
            GRACE,
            Earlier.NOTHING,
            Turn.of(Duration.ofMillis(20)))) {
      bench.announce(Town.with(version(0)));
      bench.send(recorded("1", "s", "2025-01-14T10:00:00Z", "5"));
      bench.passUntil(MOST, () -> bench.progress().nextDue() != null);
      bench.jumpTo("2026-12-31T12:00:00Z");
      bench.pass(1);
      bench.send(recorded("2", "s", "2025-01-14T11:00:00Z", "1"));
      bench.announce(Town.with(version(1)));
      bench.send(recorded("3", "s", "2026-12-30T11:00:00Z", "1.5"));
      bench.passUntil(
          MOST,
          () -> bench.progress().counts().getOrDefault("p", ProviderCounts.NONE).applied() == 3);

      IndicatorValue closing = bench.revisions("monthly", "2025-01", Map.of()).get(1);
      assertThat(closing.revision()).isEqualTo(1);
      assertThat(closing.value()).isEqualTo(new BigDecimal("5"));
      IndicatorValue late = bench.latest("monthly", "2025-01");
      assertThat(late.value()).isEqualTo(new BigDecimal("6"));
      assertThat(late.cause()).isEqualTo(RevisionCause.LATE);
      assertThat(bench.latest("daily", "2026-12-30").value()).isEqualTo(new BigDecimal("1.5"));
      assertThat(bench.periods("daily")).hasSize(730);
      assertThat(bench.balance().applied()).isEqualTo(3);
    }
  }

  /** "Their order against measurements is by timestamp: no published field may depend on it." */
  @Test
  void what_comes_before_the_first_catalogue_waits_for_it(@TempDir Path folder) {
    try (Bench bench = new Bench(folder, "2025-01-15T12:00:00Z", GRACE)) {
      bench.send(recorded("1", "s", "2025-01-14T10:00:00Z", "5"));
      bench.sendUnreadable("no measurement");
      bench.send(recorded("2", "s", "2025-01-14T11:00:00Z", "2"));
      bench.publish(Town.with(DAILY));

      assertThat(bench.latest("daily", "2025-01-14").value()).isEqualTo(new BigDecimal("7"));
      assertThat(bench.balance().applied()).isEqualTo(2);
      assertThat(bench.progress().unreadable()).isEqualTo(1);
    }
  }
}
