package si.kazalnik.indicator.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.window.Frame;

/** What the cells hold for the inputs of one period: all of it, one subject's, or one cell's. */
final class WindowScan {

  private final List<InputTally> tallies;
  private final Reports reports;
  private final @Nullable String subject;

  /**
   * Of nothing yet.
   *
   * @param subject the one whose share it is, or null
   */
  WindowScan(Shares shares, Frame frame, Reports reports, @Nullable String subject) {
    this.tallies =
        shares.inputs().stream()
            .map(input -> new InputTally(input, frame, shares.ofMoments().contains(input.series())))
            .toList();
    this.reports = reports;
    this.subject = subject;
  }

  /** In the order of the inputs. */
  List<InputTally> tallies() {
    return tallies;
  }

  /** Whether it is one subject's share, who has nothing to report of the input. */
  boolean isNilReturn(Input input) {
    return subject != null && isCompleted(input);
  }

  /** Whether the input's series is completed for the period, for the one whose share it is. */
  boolean isCompleted(Input input) {
    String of = subject;
    return of == null
        ? reports.isCompleted(input.series())
        : reports.isCompleted(input.series(), of);
  }

  /** Whether the input's data is there, with a roster that of everyone on it. */
  boolean isReported(InputTally tally) {
    String series = tally.input().series();
    List<String> roster = reports.roster(series);
    return roster.isEmpty()
        ? tally.holdsMeasurementInPeriod() || reports.isCompleted(series)
        : roster.stream()
            .allMatch(
                each ->
                    tally.holdsMeasurementInPeriodOf(each) || reports.isCompleted(series, each));
  }

  /** Whether a window other than this one holds a measurement. */
  boolean anotherHolds(InputTally one) {
    return tallies.stream().anyMatch(tally -> tally != one && tally.count() > 0);
  }

  /** Per series the greatest count among the inputs' windows on it, added up. */
  long measurements() {
    Map<String, Long> greatest = new LinkedHashMap<>();
    tallies.forEach(tally -> greatest.merge(tally.input().series(), tally.count(), Math::max));
    return greatest.values().stream().mapToLong(Long::longValue).sum();
  }
}
