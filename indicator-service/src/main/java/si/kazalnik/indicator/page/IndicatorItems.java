package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.GoalView.IndicatorItem;
import si.kazalnik.indicator.page.chart.ChartSource;
import si.kazalnik.indicator.page.chart.Sparks;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** Indicators as a goal's page lists them. */
record IndicatorItems(PublishedStrategy strategy, Edition edition, Goal goal) {

  IndicatorItem of(PublishedIndicator indicator) {
    DataHealth health = indicator.standing().health();
    String figures = figures(indicator);
    ChartSource source = Sources.of(indicator, strategy);
    return new IndicatorItem(
        new Link(
            edition.routes().indicator(indicator.id()), edition.of(indicator.definition().title())),
        Verdicts.of(indicator, edition),
        health == DataHealth.OVERDUE ? edition.say("health." + health) : "",
        figures,
        Verdicts.illustrative(indicator, edition),
        alsoIn(indicator),
        indicator.computed()
            ? Sparks.of(source, edition.forCharts(), sparkLabel(indicator, figures))
            : null);
  }

  private String sparkLabel(PublishedIndicator indicator, String figures) {
    return edition.of(indicator.definition().title()) + ": " + figures;
  }

  private String alsoIn(PublishedIndicator indicator) {
    List<String> others =
        strategy.index().places(indicator.definition()).stream()
            .filter(place -> !place.goal().id().equals(goal.id()))
            .map(place -> Titles.goal(edition, place.goal().number(), place.goal().title()))
            .distinct()
            .toList();
    return others.isEmpty() ? "" : edition.say("goal.alsoIn", "goals", String.join("; ", others));
  }

  /** {@code 42,8 % za september 2026; pričakovano 46,0 %; ciljna vrednost 48 %.} */
  private String figures(PublishedIndicator indicator) {
    IndicatorValue latest = indicator.standing().latest();
    List<String> parts = new ArrayList<>();
    if (latest == null || latest.value() == null) {
      parts.add(edition.say("ind.noValueYet"));
    } else {
      boolean open = latest.status() == ValueStatus.PROVISIONAL;
      parts.add(
          edition.say(
              open ? "ind.valueOpen" : "ind.valueFor",
              "value",
              new Amounts(edition, indicator.definition(latest)).value(latest.value()),
              "period",
              edition.periods().of(latest.period())));
    }
    String target = target(indicator, latest);
    if (!target.isEmpty()) {
      parts.add(target);
    }
    return edition.capital(String.join("; ", parts)) + ".";
  }

  private String target(PublishedIndicator indicator, @Nullable IndicatorValue latest) {
    Target target = indicator.definition().target();
    if (target instanceof Target.EveryPeriod quota) {
      Amounts amounts = new Amounts(edition, indicator.definition());
      return edition.say("ind.target", "target", amounts.target(quota.bounds()))
          + " ("
          + Targets.per(edition, indicator.definition(), quota)
          + ")";
    }
    if (!(target instanceof Target.Path)) {
      return "";
    }
    return Targets.next(indicator, latest)
        .map(
            next ->
                edition.say(
                    "ind.targetFor",
                    "target",
                    new Amounts(edition, next.definition()).target(next.point().bounds()),
                    "period",
                    edition.periods().of(next.point().period())))
        .orElse("");
  }
}
