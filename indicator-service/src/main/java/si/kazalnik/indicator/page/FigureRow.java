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
        amounts().value(Objects.requireNonNull(value.value())),
        about,
        indicator.illustrativeValue());
  }

  private Figure expected(IndicatorValue value, Bounds expected) {
    String about = edition.say("fig.on", "date", edition.dates().day(value.end()));
    if (value.tolerance() != null && value.tolerance().signum() > 0) {
      about += ", " + edition.say("fig.tolerance", "tolerance", amounts().gap(value.tolerance()));
    }
    return new Figure(
        edition.say("fig.expected"), amounts().expected(expected, value.value()), about, false);
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
    if (!(target instanceof Target.Path path) || path.points().isEmpty()) {
      return Optional.empty();
    }
    Target.Point next =
        path.points().stream()
            .filter(point -> shown == null || !end(point.period()).isBefore(shown.end()))
            .findFirst()
            .orElse(path.points().get(path.points().size() - 1));
    String about =
        edition.say("fig.forPeriod", "period", edition.periods().of(next.period()))
            + (next.assumed() ? "; " + edition.say("fig.assumed") : "");
    return Optional.of(
        new Figure(
            edition.say("fig.target"),
            amounts().mark(next.bounds()),
            about,
            path.illustrative() || next.illustrative()));
  }

  private static java.time.LocalDate end(String period) {
    return ReportingPeriod.parse(period).map(ReportingPeriod::end).orElse(java.time.LocalDate.MAX);
  }

  private Amounts amounts() {
    return new Amounts(edition, indicator.definition());
  }
}
