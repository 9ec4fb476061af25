package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.IndicatorView.Figure;
import si.kazalnik.indicator.page.chart.ChartKind;
import si.kazalnik.indicator.published.Aim;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** The numbers below the lead: value, what was expected or last year's, target, data. */
record FigureRow(PublishedStrategy strategy, Edition edition, PublishedIndicator indicator) {

  List<Figure> figures() {
    if (!indicator.computed()) {
      return List.of();
    }
    List<Figure> figures = new ArrayList<>();
    IndicatorValue judged = indicator.standing().judged();
    IndicatorValue latest = indicator.standing().latest();
    boolean quota = ChartKind.of(indicator.definition()) == ChartKind.QUOTA;
    IndicatorValue shown = quota || judged == null || judged.value() == null ? latest : judged;
    figures.add(value(shown));
    if (quota && latest != null) {
      aYearBefore(indicator, latest)
          .ifPresent(before -> figures.add(number("fig.lastYear", before)));
    } else if (shown != null && latest != null && !shown.equals(latest)) {
      figures.add(value(latest));
    }
    if (shown != null && shown.expected() != null && !shown.milestone() && !quota) {
      figures.add(expected(shown, shown.expected()));
    }
    earlierTarget(shown).ifPresent(figures::add);
    target(shown).ifPresent(figures::add);
    return figures;
  }

  /** The value of the same part of the year before. */
  static Optional<IndicatorValue> aYearBefore(PublishedIndicator indicator, IndicatorValue latest) {
    return ReportingPeriod.parse(latest.period())
        .map(period -> period.frequency().containing(period.end().minusYears(1)))
        .map(before -> indicator.values().stream().filter(v -> v.end().equals(before.end())))
        .flatMap(found -> found.filter(v -> v.value() != null).findFirst());
  }

  private Figure value(@Nullable IndicatorValue value) {
    if (value == null || value.value() == null) {
      return new Figure(
          edition.say("fig.value"), edition.say("fig.none"), edition.say("ind.noValue"), false);
    }
    return number(
        value.status() == ValueStatus.PROVISIONAL ? "fig.valueSoFar" : "fig.value", value);
  }

  private Figure number(String name, IndicatorValue value) {
    String about =
        edition.say("fig.forPeriod", "period", edition.periods().of(value.period()))
            + ", "
            + edition.say("status." + value.status());
    return new Figure(
        edition.say(name),
        amounts(value).value(Objects.requireNonNull(value.value())),
        about,
        indicator.illustrativeValue());
  }

  private Figure expected(IndicatorValue value, Bounds expected) {
    String about = edition.say("fig.on", "date", edition.dates().day(value.end()));
    if (value.tolerance() != null && value.tolerance().signum() > 0) {
      about +=
          ", " + edition.say("fig.tolerance", "tolerance", amounts(value).gap(value.tolerance()));
    }
    return new Figure(
        edition.say("fig.expected"),
        amounts(value).expected(expected, value.value()),
        about,
        false);
  }

  // What the value shown was, or will be, judged against, where that is no more the target.
  private Optional<Figure> earlierTarget(@Nullable IndicatorValue shown) {
    if (shown == null
        || shown.target() == null
        || indicator.definition(shown).target().equals(indicator.definition().target())) {
      return Optional.empty();
    }
    boolean illustrative =
        indicator.definition(shown).target() instanceof Target.EveryPeriod quota
            ? quota.illustrative()
            : indicator.aims().stream()
                .anyMatch(aim -> aim.illustrative() && aim.point().bounds().equals(shown.target()));
    return Optional.of(
        new Figure(
            edition.say("fig.target"),
            amounts(shown).mark(shown.target()),
            edition.say("fig.forPeriod", "period", edition.periods().of(shown.period())),
            illustrative));
  }

  private Optional<Figure> target(@Nullable IndicatorValue shown) {
    Target target = indicator.definition().target();
    if (target instanceof Target.EveryPeriod quota) {
      return Optional.of(
          new Figure(
              edition.say("fig.target"),
              amounts().mark(quota.bounds()),
              Targets.per(edition, indicator.definition(), quota),
              quota.illustrative()));
    }
    if (!(target instanceof Target.Path)) {
      return Optional.empty();
    }
    return Targets.next(indicator, shown).map(this::target);
  }

  private Figure target(Aim next) {
    String about =
        edition.say("fig.forPeriod", "period", edition.periods().of(next.point().period()))
            + (next.point().assumed() ? "; " + edition.say("fig.assumed") : "");
    return new Figure(
        edition.say("fig.target"),
        new Amounts(edition, next.definition()).mark(next.point().bounds()),
        about,
        next.illustrative());
  }

  private Amounts amounts() {
    return new Amounts(edition, indicator.definition());
  }

  private Amounts amounts(IndicatorValue value) {
    return new Amounts(edition, indicator.definition(value));
  }
}
