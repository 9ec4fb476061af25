package si.kazalnik.notification.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;

/** Deviations of the invented city, as the indicator service would write them. */
public final class TestDeviations {

  private static final Instant OPENED = Instant.parse("2026-10-21T22:00:00Z");
  private static final Instant RESOLVED = Instant.parse("2026-11-22T23:00:00Z");

  private TestDeviations() {}

  /** The mail of the design: 42.8 % where 46.0 % was expected. */
  public static Deviation offTrack(String id) {
    return indicator(id, TestCatalogue.SHARE, Deviation.Severity.OFF_TRACK, shareCause(), share());
  }

  /** 95 devices of 100. */
  public static Deviation missedQuota(String id) {
    Deviation.Cause cause =
        cause(
            Deviation.Severity.MISSED,
            TestCatalogue.REFURBISHED,
            "2025",
            "95",
            "100",
            "100",
            "5",
            "0");
    List<Deviation.Point> history =
        List.of(
            point("2022", "88", null, null, null),
            point("2023", "104", "100", "100", Performance.MET),
            point("2024", "101", "100", "100", Performance.MET),
            point("2025", "95", "100", "100", Performance.MISSED));
    return indicator(id, TestCatalogue.REFURBISHED, Deviation.Severity.MISSED, cause, history);
  }

  /** A quota that is asked of each subject. */
  public static Deviation failing(String id, String... subjects) {
    Deviation of = missedQuota(id);
    Deviation.Cause cause = of.causes().get(0);
    return indicator(
        id,
        String.valueOf(of.indicator()),
        of.severity(),
        new Deviation.Cause(
            cause.kind(),
            cause.severity(),
            cause.indicator(),
            null,
            cause.period(),
            cause.since(),
            null,
            cause.value(),
            cause.expected(),
            cause.target(),
            null,
            cause.tolerance(),
            null,
            List.of(subjects)),
        of.history());
  }

  /** A living lab by 2025, not there. */
  public static Deviation missedDeliverable(String id) {
    Deviation.Cause cause =
        cause(Deviation.Severity.MISSED, TestCatalogue.LAB, "2025", "0", "1", "1", "1", "0");
    List<Deviation.Point> history =
        List.of(
            point("2024", "0", null, null, Performance.NOT_DUE),
            point("2025", "0", "1", "1", Performance.MISSED));
    return indicator(id, TestCatalogue.LAB, Deviation.Severity.MISSED, cause, history);
  }

  /** The NGOs are silent, which holds up two indicators of two owners. */
  public static Deviation overdue(String id) {
    return new Deviation(
        Deviation.SCHEMA,
        id,
        null,
        "ngo",
        Map.of(),
        Deviation.State.OPEN,
        Deviation.Severity.OVERDUE,
        List.of(
            missing(TestCatalogue.REFURBISHED, "refurbished.units"),
            missing(TestCatalogue.LAB, "living-lab.opened")),
        OPENED,
        null,
        0,
        List.of(),
        "v1");
  }

  /** The same deviation, over. */
  public static Deviation over(Deviation open, Deviation.State state) {
    return new Deviation(
        open.schema(),
        open.id(),
        open.indicator(),
        open.provider(),
        open.dimensions(),
        state,
        open.severity(),
        open.causes().stream().map(TestDeviations::ended).toList(),
        open.openedAt(),
        RESOLVED,
        open.reopened(),
        open.history(),
        open.catalogue());
  }

  /** Back within the same period. */
  public static Deviation reopened(Deviation open) {
    return new Deviation(
        open.schema(),
        open.id(),
        open.indicator(),
        open.provider(),
        open.dimensions(),
        Deviation.State.OPEN,
        open.severity(),
        open.causes(),
        open.openedAt(),
        null,
        open.reopened() + 1,
        open.history(),
        open.catalogue());
  }

  /** The share, over since October was on track. */
  public static Deviation shareResolved(String id) {
    Deviation over = over(offTrack(id), Deviation.State.RESOLVED);
    List<Deviation.Point> history = new ArrayList<>(over.history());
    history.add(point("2026-10", "46.9", "46.7", "48", Performance.ON_TRACK));
    return new Deviation(
        over.schema(),
        over.id(),
        over.indicator(),
        over.provider(),
        over.dimensions(),
        over.state(),
        over.severity(),
        over.causes(),
        over.openedAt(),
        over.resolvedAt(),
        over.reopened(),
        history,
        over.catalogue());
  }

  private static Deviation indicator(
      String id,
      String indicator,
      Deviation.Severity severity,
      Deviation.Cause cause,
      List<Deviation.Point> history) {
    return new Deviation(
        Deviation.SCHEMA,
        id,
        indicator,
        null,
        Map.of(),
        Deviation.State.OPEN,
        severity,
        List.of(cause),
        OPENED,
        null,
        0,
        history,
        "v1");
  }

  private static Deviation.Cause shareCause() {
    return cause(
        Deviation.Severity.OFF_TRACK,
        TestCatalogue.SHARE,
        "2026-09",
        "42.8",
        "45.98356",
        "48",
        "3.18356",
        "2.29918");
  }

  private static List<Deviation.Point> share() {
    List<String> values =
        Arrays.asList(
            "33.8 34.1 34.7 35.2 35.9 36.1 36 36.9 37.8 38.7 39.5 40.2 40.1 40.3 40.5 41.2 41.9 42.3 42.6 43.1 42.8"
                .split(" "));
    List<Deviation.Point> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String period = String.format(java.util.Locale.ROOT, "%d-%02d", 2025 + i / 12, 1 + i % 12);
      boolean judged = i >= 2;
      String expected = String.valueOf(Math.round((33.3 + i * 0.6339) * 100) / 100.0);
      Performance verdict =
          i == 11
              ? Performance.MET
              : i < 12
                  ? Performance.ON_TRACK
                  : i < 20 ? Performance.AT_RISK : Performance.OFF_TRACK;
      points.add(
          point(
              period,
              values.get(i),
              judged ? expected : null,
              i < 12 ? "40" : "48",
              judged ? verdict : null));
    }
    return points;
  }

  private static Deviation.Cause missing(String indicator, String series) {
    return new Deviation.Cause(
        Deviation.Kind.DATA,
        Deviation.Severity.OVERDUE,
        indicator,
        series,
        "2025",
        OPENED,
        null,
        null,
        null,
        null,
        null,
        null,
        Instant.parse("2026-01-15T23:00:00Z"));
  }

  private static Deviation.Cause ended(Deviation.Cause cause) {
    return new Deviation.Cause(
        cause.kind(),
        cause.severity(),
        cause.indicator(),
        cause.series(),
        cause.period(),
        cause.since(),
        RESOLVED,
        cause.value(),
        cause.expected(),
        cause.target(),
        cause.shortfall(),
        cause.tolerance(),
        cause.dueAt());
  }

  private static Deviation.Cause cause(
      Deviation.Severity severity,
      String indicator,
      String period,
      String value,
      String expected,
      String target,
      String shortfall,
      String tolerance) {
    return new Deviation.Cause(
        Deviation.Kind.PERFORMANCE,
        severity,
        indicator,
        null,
        period,
        OPENED,
        null,
        new BigDecimal(value),
        Bounds.of(new BigDecimal(expected)),
        Bounds.of(new BigDecimal(target)),
        new BigDecimal(shortfall),
        new BigDecimal(tolerance),
        null);
  }

  private static Deviation.Point point(
      String period,
      String value,
      @Nullable String expected,
      @Nullable String target,
      @Nullable Performance performance) {
    return new Deviation.Point(
        period,
        new BigDecimal(value),
        expected == null ? null : Bounds.of(new BigDecimal(expected)),
        target == null ? null : Bounds.of(new BigDecimal(target)),
        performance,
        ValueStatus.FINAL);
  }
}
