package si.kazalnik.indicator.page;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.IndicatorView.Fact;
import si.kazalnik.indicator.page.IndicatorView.Told;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.service.names.UnitNames;

/** What an indicator is: whose, from whom, how often, towards what. */
final class Facts {

  private final PublishedStrategy strategy;
  private final Edition edition;
  private final PublishedIndicator indicator;
  private final Indicator definition;
  private final Amounts amounts;
  private final List<Fact> facts = new ArrayList<>();

  Facts(PublishedStrategy strategy, Edition edition, PublishedIndicator indicator) {
    this.strategy = strategy;
    this.edition = edition;
    this.indicator = indicator;
    this.definition = indicator.definition();
    this.amounts = new Amounts(edition, definition);
  }

  List<Fact> all() {
    add("rail.definition", definition());
    add("rail.measure", measures());
    add("rail.owner", owner());
    add("rail.from", providers());
    add("rail.unit", List.of(Told.plain(unit())));
    add("rail.better", List.of(Told.plain(edition.say("rail." + definition.polarity()))));
    add("rail.reported", List.of(Told.plain(reported(definition.reporting()))));
    add("rail.target", targets(definition));
    add("rail.change", changes());
    add("rail.baseline", baseline(definition));
    add("rail.tolerance", tolerance());
    add("rail.reference", references());
    add("rail.break", definition.breaks().stream().map(this::seriesBreak).toList());
    add("rail.note", note());
    add("rail.id", List.of(Told.plain(definition.id())));
    return facts;
  }

  private void add(String name, List<Told> told) {
    if (!told.isEmpty()) {
      facts.add(new Fact(edition.say(name), told));
    }
  }

  private List<Told> definition() {
    String text = edition.of(definition.description());
    String source = Titles.web(definition.source());
    return text.isEmpty() && source.isEmpty() && !definition.illustrative()
        ? List.of()
        : List.of(new Told(text, "", definition.illustrative(), source));
  }

  private List<Told> measures() {
    return strategy.index().places(definition).stream()
        .map(
            place ->
                new Told(
                    edition.of(place.measure().title()),
                    edition.routes().goal(place.goal().id())
                        + "#"
                        + GoalPage.anchor(place.measure()),
                    place.measure().illustrative(),
                    ""))
        .toList();
  }

  private List<Told> owner() {
    return strategy.catalogue().owners().stream()
        .filter(owner -> owner.id().equals(definition.owner()))
        .map(Owner::title)
        .map(title -> Told.plain(edition.of(title)))
        .toList();
  }

  private List<Told> providers() {
    List<Told> told = new ArrayList<>();
    for (Series series : indicator.series()) {
      String provider =
          strategy.catalogue().providers().stream()
              .filter(each -> each.id().equals(series.provider()))
              .map(Provider::title)
              .map(edition::of)
              .findFirst()
              .orElse(series.provider());
      told.add(
          new Told(
              edition.of(series.title()) + " (" + provider + ")",
              "",
              series.illustrative(),
              Titles.web(series.source())));
    }
    return told;
  }

  private String unit() {
    String key = "unit." + definition.unit();
    return edition.words().has(key)
        ? edition.say(key)
        : UnitNames.in(edition.language().code())
            .plural(definition.unit())
            .orElse(definition.unit());
  }

  private String reported(Reporting reporting) {
    String per = Targets.reported(edition, reporting);
    Period after = reporting.dueAfter();
    if (after.isZero()) {
      return edition.say("rail.reported.atEnd", "per", per);
    }
    String length;
    if (after.getYears() > 0) {
      length = edition.say("rail.after.years", "n", after.getYears());
    } else if (after.getMonths() > 0) {
      length = edition.say("rail.after.months", "n", after.getMonths());
    } else {
      String key = reporting.workingDays() ? "rail.after.workingDays" : "rail.after.days";
      length = edition.say(key, "n", after.get(java.time.temporal.ChronoUnit.DAYS));
    }
    return edition.say("rail.reported.after", "per", per, "after", length);
  }

  private List<Told> targets(Indicator definition) {
    Target target = definition.target();
    if (target instanceof Target.EveryPeriod quota) {
      String text = amounts.target(quota.bounds()) + ", " + Targets.per(edition, definition, quota);
      return List.of(new Told(text, "", quota.illustrative(), Titles.web(quota.source())));
    }
    if (!(target instanceof Target.Path path)) {
      return List.of(Told.plain(edition.say("rail.target.none")));
    }
    List<Told> told = new ArrayList<>();
    for (Target.Point point : path.points()) {
      String text =
          edition.say(
              point.assumed() ? "rail.target.assumed" : "rail.target.point",
              "target",
              amounts.target(point.bounds()),
              "period",
              edition.periods().row(point.period()));
      String source = point.source() == null ? path.source() : point.source();
      told.add(new Told(text, "", path.illustrative() || point.illustrative(), Titles.web(source)));
    }
    switch (path.interpolate()) {
      case LINEAR -> told.add(Told.plain(edition.say("rail.linear")));
      case STEP -> told.add(Told.plain(edition.say("rail.step")));
      case NONE -> {}
    }
    return told;
  }

  // Dated and public: what was changed, since when and why.
  private List<Told> changes() {
    return definition.changes().stream().flatMap(each -> told(each).stream()).toList();
  }

  private List<Told> told(Indicator.Change change) {
    String reason = edition.of(change.reason());
    if (change instanceof Indicator.DefinitionChange of) {
      String date = edition.dates().inWords(of.validFrom());
      return List.of(
          Told.plain(edition.say("rail.change.definition", "date", date, "reason", reason)));
    }
    Indicator.TargetChange of = (Indicator.TargetChange) change;
    Indicator changed = definition.changedBy(of);
    List<Told> told = new ArrayList<>();
    told.add(
        Told.plain(
            edition.say(
                "rail.change.target",
                "date",
                edition.dates().inWords(of.from()),
                "reason",
                reason)));
    if (of.target() != null) {
      targets(changed).forEach(each -> told.add(part("rail.target", each)));
    }
    if (of.baseline() != null) {
      baseline(changed).forEach(each -> told.add(part("rail.baseline", each)));
    }
    if (of.tolerance() != null) {
      told.add(part("rail.tolerance", Told.plain(tolerance(of.tolerance()))));
    }
    return told;
  }

  private Told part(String name, Told told) {
    String text = edition.say(name) + ": " + told.text();
    return new Told(text, told.href(), told.illustrative(), told.source());
  }

  private List<Told> baseline(Indicator definition) {
    Indicator.Baseline baseline = definition.baseline();
    if (baseline == null) {
      return List.of();
    }
    String text =
        edition.say(
            "rail.baseline.value",
            "value",
            amounts.bounds(baseline.bounds()),
            "period",
            edition.periods().row(baseline.period()));
    return List.of(new Told(text, "", baseline.illustrative(), Titles.web(baseline.source())));
  }

  private List<Told> tolerance() {
    Indicator.Tolerance tolerance = definition.tolerance();
    return tolerance.value().signum() == 0 ? List.of() : List.of(Told.plain(tolerance(tolerance)));
  }

  private String tolerance(Indicator.Tolerance tolerance) {
    return tolerance.percent()
        ? edition.say(
            "rail.tolerance.percent", "value", edition.figures().number(tolerance.value()))
        : amounts.exactGap(tolerance.value());
  }

  private List<Told> references() {
    return definition.references().stream()
        .map(
            each ->
                new Told(
                    edition.of(each.title())
                        + ": "
                        + edition.figures().value(each.value(), definition.unit()),
                    "",
                    each.illustrative(),
                    Titles.web(each.source())))
        .toList();
  }

  private Told seriesBreak(Indicator.Break each) {
    return Told.plain(edition.periods().row(each.period()) + ": " + edition.of(each.reason()));
  }

  private List<Told> note() {
    Map<String, String> note = definition.note();
    return note.isEmpty() ? List.of() : List.of(Told.plain(edition.of(note)));
  }
}
