package si.kazalnik.indicator.domain.revision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.indicator.domain.evaluation.Computation;
import si.kazalnik.indicator.domain.summary.Numbers;

/**
 * Which revision a computation makes: an open period overwrites revision 0; closing makes 1, value
 * or not; each later change of a published field adds one, or overwrites the one that was made in
 * the same second of the clock.
 */
public final class Revisions {

  private Revisions() {}

  /**
   * What is to be published and remembered; empty where nothing has changed.
   *
   * @param previous what is remembered of the period, or null where it was never published
   * @param computed what it comes to now
   * @param now the clock's time, at which {@code computed} was computed
   * @param inForceSince since when the indicator has been in force, by the clock
   * @param causes what happened to the period since it was last evaluated
   * @param catalogue the version that it was computed with
   */
  public static Optional<PublishedPeriod> decide(
      @Nullable PublishedPeriod previous,
      Computation computed,
      Instant now,
      Instant inForceSince,
      Causes causes,
      String catalogue) {
    if (previous == null || previous.last().revision() == 0) {
      IndicatorValue open = previous == null ? null : previous.last();
      return computed.closed()
          ? Optional.of(closing(open, computed, now, inForceSince, causes, catalogue))
          : open(open, computed, now, catalogue);
    }
    Instant before = previous.unseenAt();
    IndicatorValue last = previous.last();
    Causes told = with(causes, last, computed);
    Causes all = before != null && sameSecond(before, now) ? told.and(previous.unseen()) : told;
    // A definition that changes nothing here is no cause; what events did may show only together,
    // unless they are what this revision was made of.
    Causes events = all.mayBeTold() ? Causes.NONE : all.without(RevisionCause.DEFINITION);
    boolean again = sameSecond(last.computedAt(), now);
    IndicatorValue same =
        record(
            computed,
            last.revision(),
            status(previous.closedWith(), computed),
            again ? cause(last, events) : last.cause(),
            last.computedAt(),
            catalogue);
    if (Published.same(last, same)) {
      // What readers of the record alone use (data health) may have changed all the same.
      boolean wholly = Published.wholly(last, same) && last.cause() == same.cause();
      return wholly && (again || events.equals(Causes.NONE))
          ? Optional.empty()
          : Optional.of(
              new PublishedPeriod(wholly ? last : same, previous.closedWith(), events, now));
    }
    return Optional.of(
        again
            ? again(previous, computed, all, catalogue)
            : next(previous, computed, now, all, catalogue));
  }

  /** With a roster that was completed, where one was. */
  private static Causes with(Causes causes, IndicatorValue last, Computation computed) {
    boolean wasComplete = last.coverage() == null || last.coverage().missing().isEmpty();
    return !wasComplete && computed.isComplete()
        ? causes.and(Causes.of(RevisionCause.COVERAGE))
        : causes;
  }

  private static Optional<PublishedPeriod> open(
      @Nullable IndicatorValue last, Computation computed, Instant now, String catalogue) {
    IndicatorValue open = record(computed, 0, ValueStatus.PROVISIONAL, null, now, catalogue);
    return last != null && Published.wholly(last, open)
        ? Optional.empty()
        : Optional.of(new PublishedPeriod(open, null));
  }

  private static PublishedPeriod closing(
      @Nullable IndicatorValue last,
      Computation computed,
      Instant now,
      Instant inForceSince,
      Causes causes,
      String catalogue) {
    // An event made it known, or another definition; had the clock alone closed it, what it holds
    // had come before.
    boolean firstPublishedAfterClosing =
        last == null
            && (causes.holds(RevisionCause.DEFINITION)
                || (computed.unforeseen() && !causes.equals(Causes.NONE)));
    // Until now it was to close later: what was known at the closing of today was not known then.
    boolean movedIntoThePast = last != null && last.closesAt().isAfter(now);
    boolean passedInForce =
        !computed.closesAt().isBefore(inForceSince)
            && !firstPublishedAfterClosing
            && !movedIntoThePast;
    Instant computedAt = passedInForce ? computed.closesAt() : now;
    IndicatorValue one =
        record(computed, 1, status(computed.value(), computed), null, computedAt, catalogue);
    return new PublishedPeriod(one, one.value());
  }

  /** Overwrites the revision of this second; revision 1 then is what the period closed with. */
  private static PublishedPeriod again(
      PublishedPeriod previous, Computation computed, Causes causes, String catalogue) {
    IndicatorValue last = previous.last();
    boolean first = last.revision() == 1;
    BigDecimal closedWith = first ? computed.value() : previous.closedWith();
    return new PublishedPeriod(
        record(
            computed,
            last.revision(),
            status(closedWith, computed),
            cause(last, causes),
            last.computedAt(),
            catalogue),
        closedWith);
  }

  private static PublishedPeriod next(
      PublishedPeriod previous,
      Computation computed,
      Instant now,
      Causes causes,
      String catalogue) {
    RevisionCause cause = causes.first();
    if (cause == null) {
      // Only a different definition changes a closed period without an event.
      cause = RevisionCause.DEFINITION;
    }
    return new PublishedPeriod(
        record(
            computed,
            previous.last().revision() + 1,
            status(previous.closedWith(), computed),
            cause,
            now,
            catalogue),
        previous.closedWith());
  }

  /** Of a revision that further causes of its second join. */
  private static @Nullable RevisionCause cause(IndicatorValue last, Causes causes) {
    RevisionCause before = last.cause();
    return last.revision() <= 1
        ? null
        : (before == null ? causes : causes.and(Causes.of(before))).first();
  }

  private static boolean sameSecond(Instant a, Instant b) {
    return a.truncatedTo(ChronoUnit.SECONDS).equals(b.truncatedTo(ChronoUnit.SECONDS));
  }

  /** {@code REVISED} where it closed with a value and that of today is another, none included. */
  private static ValueStatus status(@Nullable BigDecimal closedWith, Computation computed) {
    if (!computed.closed() || !computed.isComplete()) {
      return ValueStatus.PROVISIONAL;
    }
    return closedWith == null || Numbers.same(closedWith, computed.value())
        ? ValueStatus.FINAL
        : ValueStatus.REVISED;
  }

  private static IndicatorValue record(
      Computation computed,
      int revision,
      ValueStatus status,
      @Nullable RevisionCause cause,
      Instant computedAt,
      String catalogue) {
    return new IndicatorValue(
        IndicatorValue.SCHEMA,
        computed.indicator(),
        computed.period(),
        computed.start(),
        computed.end(),
        computed.dimensions(),
        revision,
        computed.value(),
        computed.reason(),
        status,
        cause,
        computed.performance(),
        computed.expected(),
        computed.target(),
        computed.coverage(),
        computed.measurements(),
        computedAt,
        computed.due(),
        computed.closesAt(),
        computed.missing(),
        computed.milestone(),
        computed.deliveredLate(),
        computed.tolerance(),
        computed.inputs(),
        catalogue,
        computed.failing().isEmpty() ? null : computed.failing());
  }
}
