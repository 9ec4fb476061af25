package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static si.kazalnik.indicator.topology.Events.by;
import static si.kazalnik.indicator.topology.Events.corrected;
import static si.kazalnik.indicator.topology.Events.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.State;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.RevisionCause;

/**
 * "A topology change that is not compatible runs … under a new application id until it has caught
 * up, then takes over: it seeds its revisions from indicator-values and appends only differences,
 * repeats no mail."
 */
class TakeoverTest {

  private static final Duration GRACE = Duration.ofHours(24);
  private static final String INDICATORS =
      Town.monthly("quota", "SUM", "target: {everyPeriod: {value: 10}}")
          + Town.monthly("silent", "SUM", "target: none").replace("series: s", "series: t")
          + Town.monthly("about", "COUNT", "target: none")
              .replace("{frequency: MONTH}", "{frequency: ON_EVENT, event: s}");

  private static final List<AcceptedMeasurement> EVENTS =
      List.of(
          recorded("1", "s", "2025-01-16T10:00:00Z", "5"),
          recorded("2", "t", "2025-01-16T10:00:00Z", "1"),
          recorded("3", "s", "2025-02-16T10:00:00Z", "12"),
          recorded("4", "s", "2025-03-16T10:00:00Z", "3"),
          by(recorded("5", "s", "2025-03-17T10:00:00Z", "1"), "fair", Map.of()));
  private static final List<AcceptedMeasurement> LATER =
      List.of(
          recorded("6", "s", "2025-01-17T10:00:00Z", "1"),
          corrected("4", 2, "s", "2025-03-16T10:00:00Z", "4"));

  private static void live(Bench bench) {
    bench.publish(Town.with(INDICATORS));
    bench.moveTo("2025-04-02T12:00:00Z");
    bench.take(EVENTS.toArray(AcceptedMeasurement[]::new));
    bench.moveTo("2025-04-03T12:00:00Z");
    bench.take(LATER.toArray(AcceptedMeasurement[]::new));
    bench.moveTo("2025-04-04T12:00:00Z");
  }

  /** All that came, again and at once, and pauses enough to read what was published. */
  private static void takeOver(Bench bench) {
    bench.announce(Town.with(INDICATORS));
    bench.jumpTo("2025-04-04T12:00:00Z");
    bench.send(EVENTS.toArray(AcceptedMeasurement[]::new));
    bench.send(LATER.toArray(AcceptedMeasurement[]::new));
    bench.pass(100);
    bench.settle();
  }

  @Test
  void what_was_published_is_neither_published_nor_told_again(
      @TempDir Path old, @TempDir Path anew) {
    try (Bench earlier = new Bench(old, "2025-01-15T12:00:00Z", GRACE)) {
      live(earlier);
      assertThat(earlier.latest("quota", "2025-01").revision()).isGreaterThan(1);
      assertThat(earlier.latest("about", "fair").revision()).isPositive();
      assertThat(earlier.deviations())
          .extracting(Deviation::state)
          .contains(State.OPEN, State.SUPPRESSED);
      assertThat(earlier.deviations()).anyMatch(each -> each.provider() != null);

      try (Bench bench = new Bench(anew, "2025-01-15T12:00:00Z", GRACE, earlier.asEarlier())) {
        takeOver(bench);

        assertThat(bench.publications()).isZero();
        assertThat(bench.deviations()).isEmpty();
        assertThat(bench.balance().applied()).isEqualTo(7);
      }
    }
  }

  /** What happened to the period in earlier seconds is no cause of the revision of this one. */
  @Test
  void a_revision_of_this_very_second_keeps_its_cause(@TempDir Path old, @TempDir Path anew) {
    AcceptedMeasurement late = recorded("8", "s", "2025-03-18T10:00:00Z", "20");
    try (Bench earlier = new Bench(old, "2025-01-15T12:00:00Z", GRACE)) {
      live(earlier);
      earlier.take(late);
      assertThat(earlier.latest("quota", "2025-03").cause()).isEqualTo(RevisionCause.LATE);

      try (Bench bench = new Bench(anew, "2025-01-15T12:00:00Z", GRACE, earlier.asEarlier())) {
        bench.announce(Town.with(INDICATORS));
        bench.jumpTo("2025-04-04T12:00:00Z");
        bench.pass(100);
        bench.send(EVENTS.toArray(AcceptedMeasurement[]::new));
        bench.pass(1);
        bench.send(LATER.toArray(AcceptedMeasurement[]::new));
        bench.send(late);
        bench.pass(100);
        bench.settle();
        assertThat(bench.publications()).isZero();

        bench.take(corrected("8", 2, "s", "2025-03-18T10:00:00Z", "21"));
        assertThat(bench.latest("quota", "2025-03").cause()).isEqualTo(RevisionCause.CORRECTION);
      }
    }
  }

  /** By the earlier catalogue each period would get a revision, and by the later one another. */
  @Test
  void nothing_is_compared_by_a_catalogue_that_another_has_replaced(
      @TempDir Path old, @TempDir Path anew) {
    String edited = INDICATORS.replace("value: 10", "value: 3");
    try (Bench earlier = new Bench(old, "2025-01-15T12:00:00Z", GRACE)) {
      live(earlier);
      earlier.publish(Town.with(edited));
      assertThat(earlier.latest("quota", "2025-01").cause()).isEqualTo(RevisionCause.DEFINITION);

      try (Bench bench = new Bench(anew, "2025-01-15T12:00:00Z", GRACE, earlier.asEarlier())) {
        takeOver(bench);
        bench.pass(100);
        assertThat(bench.publications()).as("by the replaced catalogue").isZero();

        bench.announce(Town.with(edited));
        bench.pass(100);
        bench.settle();
        assertThat(bench.publications()).isZero();
        assertThat(bench.deviations()).isEmpty();
        assertThat(bench.progress().sequence()).isEqualTo(2);

        bench.moveTo("2025-04-05T12:00:00Z");
        bench.take(recorded("8", "s", "2025-01-18T10:00:00Z", "1"));
        assertThat(bench.latest("quota", "2025-01").cause()).isEqualTo(RevisionCause.LATE);
      }
    }
  }

  /** "Ids are deterministic." */
  @Test
  void it_goes_on_from_what_was_published(@TempDir Path old, @TempDir Path anew) {
    try (Bench earlier = new Bench(old, "2025-01-15T12:00:00Z", GRACE)) {
      live(earlier);
      try (Bench bench = new Bench(anew, "2025-01-15T12:00:00Z", GRACE, earlier.asEarlier())) {
        takeOver(bench);
        bench.moveTo("2025-04-05T12:00:00Z");
        bench.take(
            recorded("8", "s", "2025-01-18T10:00:00Z", "1"),
            recorded("9", "s", "2025-03-18T10:00:00Z", "20"));

        IndicatorValue next = bench.latest("quota", "2025-01");
        assertThat(next.revision()).isEqualTo(earlier.latest("quota", "2025-01").revision() + 1);
        assertThat(next.cause()).isEqualTo(RevisionCause.LATE);
        Deviation open =
            earlier.deviations().stream()
                .filter(each -> each.state() == State.OPEN && each.indicator() != null)
                .findFirst()
                .orElseThrow();
        assertThat(bench.deviations()).hasSize(1);
        assertThat(bench.deviations().get(0).id()).isEqualTo(open.id());
        assertThat(bench.deviations().get(0).state()).isEqualTo(State.AMENDED);
      }
    }
  }
}
