package si.kazalnik.indicator.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.window.PeriodRange;

/**
 * The periods that are to be evaluated, as ranges: a measurement of years ago touches every later
 * period of a stock since the start, and is one mark all the same.
 */
final class PeriodMarks {

  private final Marks marks;

  PeriodMarks(Marks marks) {
    this.marks = marks;
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  void set(String indicator, PeriodRange range, Mark mark) {
    marks.set(key(indicator, range.first().end(), range.last().end()), mark);
  }

  /** The indicator with which to go on, or empty where nothing is marked. */
  Optional<String> first() {
    Map.@Nullable Entry<Bytes, Mark> first = marks.first();
    return first == null ? Optional.empty() : Optional.of(new BytesIn(first.getKey().get()).id());
  }

  void drop(String indicator) {
    marks.keys(new BytesOut().id(indicator).done()).forEach(marks::remove);
  }

  /** Evaluates a period for what has happened to it. */
  interface Evaluator {
    void evaluate(ReportingPeriod period, Mark mark);
  }

  /**
   * Works off an indicator's marks from the earliest period on, each period once; what there is no
   * room or time for stays marked.
   *
   * @param room how many periods at most
   * @param inTime whether another may be begun; the first always is
   * @return the number of periods evaluated
   */
  int work(
      String indicator, Frequency calendar, int room, BooleanSupplier inTime, Evaluator evaluator) {
    List<Range> ranges = take(indicator, calendar);
    int done = 0;
    ReportingPeriod at = null;
    while (!ranges.isEmpty()) {
      ReportingPeriod earliest = ranges.get(0).first();
      at = at == null || at.compareTo(earliest) < 0 ? earliest : at;
      if (done == room || (done > 0 && !inTime.getAsBoolean())) {
        keep(indicator, ranges, at);
        return done;
      }
      Mark mark = Mark.AGAIN;
      for (Range range : ranges) {
        if (range.first().compareTo(at) > 0) {
          break;
        }
        mark = mark.and(range.mark());
      }
      evaluator.evaluate(at, mark);
      done++;
      ReportingPeriod over = at;
      ranges.removeIf(range -> range.last().compareTo(over) <= 0);
      at = at.next();
    }
    return done;
  }

  private record Range(ReportingPeriod first, ReportingPeriod last, Mark mark) {}

  // In the order of the keys, that is of the first periods.
  private List<Range> take(String indicator, Frequency calendar) {
    List<Range> ranges = new ArrayList<>();
    for (Bytes key : marks.keys(new BytesOut().id(indicator).done())) {
      BytesIn in = new BytesIn(key.get());
      in.id();
      ranges.add(
          new Range(calendar.containing(in.day()), calendar.containing(in.day()), marks.get(key)));
      marks.remove(key);
    }
    return ranges;
  }

  private void keep(String indicator, List<Range> ranges, ReportingPeriod from) {
    for (Range range : ranges) {
      ReportingPeriod first = range.first().compareTo(from) < 0 ? from : range.first();
      marks.set(key(indicator, first.end(), range.last().end()), range.mark());
    }
  }

  private static byte[] key(String indicator, LocalDate firstEnd, LocalDate lastEnd) {
    return new BytesOut().id(indicator).day(firstEnd).day(lastEnd).done();
  }
}
