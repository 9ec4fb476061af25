package si.kazalnik.benchmark.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import si.kazalnik.benchmark.oracle.Book.Indicator;
import si.kazalnik.benchmark.oracle.Book.Input;
import si.kazalnik.benchmark.oracle.Event.Kind;

/** A measurement or completion that an event took away or brought. */
record Touch(Event event, Kind cause, boolean gone) {

  /**
   * What the touches of one second did to one period.
   *
   * @param all causes of all of them
   * @param measured of those that moved a measurement in a window
   * @param counted of those that changed how many there are: what a correction in place does may
   *     not show
   */
  record Effect(
      Set<Kind> all,
      Set<Kind> measured,
      Set<Kind> counted,
      boolean gone,
      boolean came,
      boolean carried) {
    boolean none() {
      return all.isEmpty();
    }
  }

  static String cause(Set<Kind> kinds) {
    if (kinds.contains(Kind.WITHDRAWN)) {
      return "WITHDRAWAL";
    }
    return kinds.contains(Kind.CORRECTED) ? "CORRECTION" : "LATE";
  }

  static Effect effect(
      Book book, Indicator indicator, Period period, Share share, Iterable<Touch> touches) {
    Set<Kind> all = new TreeSet<>();
    Set<Kind> measured = new TreeSet<>();
    boolean gone = false;
    boolean came = false;
    boolean carried = false;
    Map<Event.Identity, Integer> balances = new HashMap<>();
    Map<Event.Identity, Set<Kind>> kinds = new HashMap<>();
    for (Touch touch : touches) {
      boolean counts = false;
      boolean other = touch.isEventOf(indicator, period) || touch.mayHide(indicator, period);
      for (Input input : indicator.definition(period).inputs()) {
        if (!touch.concerns(input)) {
          continue;
        }
        boolean carries = touch.carries(input, period, share);
        carried |= carries;
        boolean countsHere = touch.counts(input, period, share);
        counts |= countsHere;
        other |= carries || touch.reports(book, input, period) || touch.lies(input, period);
        if (countsHere) {
          Event.Identity identity = touch.event.identity();
          balances.merge(identity, touch.gone ? -1 : 1, Integer::sum);
          kinds.computeIfAbsent(identity, none -> new TreeSet<>()).add(touch.cause);
        }
      }
      if (counts || other) {
        all.add(touch.cause);
        gone |= touch.gone;
        came |= !touch.gone;
      }
      if (counts) {
        measured.add(touch.cause);
      }
    }
    Set<Kind> counted = new TreeSet<>();
    balances.forEach(
        (identity, balance) -> {
          if (balance != 0) {
            counted.addAll(Objects.requireNonNull(kinds.get(identity)));
          }
        });
    return new Effect(all, measured, counted, gone, came, carried);
  }

  /** Whether it may have changed what an earlier definition showed, and so what this one hides. */
  private boolean mayHide(Indicator indicator, Period period) {
    return indicator.dimension() != null
        && event.measures()
        && indicator.definition(period).inputs().stream()
            .filter(input -> input.name().equals(indicator.cells().denominator()))
            .anyMatch(Input::cumulative)
        && indicator.definitions().values().stream()
            .flatMap(each -> each.inputs().stream())
            .filter(this::concerns)
            .anyMatch(input -> counts(input, period, Share.WHOLE));
  }

  /** In the period itself, be it in the window or not. */
  private boolean lies(Input input, Period period) {
    return event.measures()
        && Aggregation.passes(input, event)
        && Aggregation.inPeriod(period, event);
  }

  private boolean isEventOf(Indicator indicator, Period period) {
    return period.label() != null
        && event.content() != null
        && event.content().series().equals(indicator.calendar().event())
        && period.label().equals(event.content().subject());
  }

  private boolean concerns(Input input) {
    return event.content() != null && event.content().series().equals(input.series());
  }

  private boolean counts(Input input, Period period, Share share) {
    return event.measures()
        && share.takes(event)
        && Aggregation.passes(input, event)
        && Aggregation.inWindow(input, period, event);
  }

  private boolean carries(Input input, Period period, Share share) {
    return event.measures()
        && share.takes(event)
        && Aggregation.passes(input, event)
        && Aggregation.carriable(input, period, event);
  }

  /** Whether it says that somebody has reported or has nothing to report. */
  private boolean reports(Book book, Input input, Period period) {
    return event.measures()
        ? !book.seriesOf(input).roster().isEmpty() && Aggregation.inPeriod(period, event)
        : Surviving.contains(Aggregation.content(event), period);
  }
}
