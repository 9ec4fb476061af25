package si.kazalnik.indicator.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.IndicatorView.Earlier;
import si.kazalnik.indicator.page.IndicatorView.Judged;
import si.kazalnik.indicator.page.IndicatorView.Row;
import si.kazalnik.indicator.page.IndicatorView.ValueTable;
import si.kazalnik.indicator.published.Aim;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** The values, the judged targets and the earlier versions as tables. */
final class Tables {

  private static final int LATEST = 12;
  private static final int BEFORE = 366;
  private static final int JUDGED = 24;

  private final Edition edition;
  private final PublishedIndicator indicator;
  private final ZoneId zone;

  Tables(PublishedStrategy strategy, Edition edition, PublishedIndicator indicator) {
    this.edition = edition;
    this.indicator = indicator;
    this.zone = strategy.catalogue().strategy().timeZone();
  }

  ValueTable values() {
    List<IndicatorValue> newest = new ArrayList<>(indicator.values());
    Collections.reverse(newest);
    List<IndicatorValue> latest = newest.subList(0, Math.min(LATEST, newest.size()));
    int until = Math.min(LATEST + BEFORE, newest.size());
    List<IndicatorValue> before =
        newest.size() > LATEST ? newest.subList(LATEST, until) : List.of();
    String summary =
        before.isEmpty()
            ? ""
            : edition.say(
                "table.earlier",
                "n",
                before.size(),
                "from",
                edition.periods().genitive(before.get(before.size() - 1).period()),
                "to",
                edition.periods().genitive(before.get(0).period()));
    return new ValueTable(
        edition.say(indicator.illustrativeValue() ? "table.captionIll" : "table.caption"),
        new Amounts(edition, indicator.definition()).columnUnit(),
        indicator.rules().judges(),
        latest.stream().map(this::row).toList(),
        before.stream().map(this::row).toList(),
        summary,
        until < newest.size() ? edition.say("table.more") : "");
  }

  private Row row(IndicatorValue value) {
    Amounts amounts = amounts(value);
    return new Row(
        edition.periods().row(value.period()),
        amounts.cell(value.value()),
        amounts.expectedCell(value.expected(), value.value()),
        amounts.cell(value.target()),
        chip(value.performance()),
        remark(value),
        new Reservations(edition).about(value),
        value.revision() > 1);
  }

  private @Nullable Chip chip(@Nullable Performance performance) {
    if (performance == null) {
      return null;
    }
    State state = State.of(performance);
    return new Chip(state, edition.capital(edition.word(state)));
  }

  // Why there is no value, or when there will be a verdict.
  private String remark(IndicatorValue value) {
    if (value.failing() != null) {
      return edition.say("table.failing", "names", String.join(", ", value.failing()));
    }
    if (value.value() == null && value.reason() != null && value.revision() > 0) {
      return edition.say("reason." + indicator.why(value));
    }
    boolean willBeJudged =
        value.performance() == null && value.expected() != null && value.revision() == 0;
    return willBeJudged
        ? edition.say(
            "table.judgedAfter",
            "date",
            edition.dates().day(edition.lastDay(value.closesAt(), zone)))
        : value.performance() == null ? edition.say("table.unjudged") : "";
  }

  /** The targets that were judged, in their order, and those to come. */
  List<Judged> judged() {
    List<Judged> rows = new ArrayList<>();
    LocalDate until = LocalDate.MIN;
    for (IndicatorValue value : indicator.values()) {
      if (value.milestone() && (value.performance() != null || value.revision() > 0)) {
        rows.add(judged(value));
        until = value.end();
      }
    }
    List<Judged> shown =
        new ArrayList<>(rows.subList(Math.max(0, rows.size() - JUDGED), rows.size()));
    for (Aim aim : indicator.aims()) {
      if (aim.end().isAfter(until)) {
        shown.add(toCome(aim));
      }
    }
    return shown;
  }

  private Judged judged(IndicatorValue value) {
    Chip verdict = chip(value.performance());
    Indicator definition = indicator.definition(value);
    Amounts amounts = amounts(value);
    boolean invented =
        definition.target() instanceof Target.Path path
            && (path.illustrative()
                || path.points().stream()
                    .anyMatch(point -> point.illustrative() && ends(point, value)));
    return new Judged(
        edition.periods().row(Targets.judgedPeriod(definition, value)),
        amounts.cell(value.target()),
        amounts.cell(value.value()),
        verdict != null
            ? verdict
            : new Chip(State.UNKNOWN, edition.capital(edition.word(State.UNKNOWN))),
        verdict == null ? remark(value) : "",
        invented
            || (definition.target() instanceof Target.EveryPeriod quota && quota.illustrative()));
  }

  private static boolean ends(Target.Point point, IndicatorValue value) {
    return ReportingPeriod.parse(point.period())
        .map(period -> period.end().equals(value.end()))
        .orElse(false);
  }

  private Judged toCome(Aim aim) {
    Target.Point point = aim.point();
    Amounts amounts = new Amounts(edition, aim.definition());
    return new Judged(
        edition.periods().row(point.period()),
        amounts.cell(point.bounds()),
        amounts.cell((java.math.BigDecimal) null),
        new Chip(State.NOT_DUE, edition.capital(edition.word(State.NOT_DUE))),
        point.assumed() ? edition.say("fig.assumed") : "",
        aim.illustrative());
  }

  /** Every revision of the periods that were revised, the newest first. */
  List<Earlier> earlier(List<List<IndicatorValue>> revisions) {
    List<Earlier> rows = new ArrayList<>();
    for (List<IndicatorValue> period : revisions) {
      List<IndicatorValue> newest = new ArrayList<>(period);
      Collections.reverse(newest);
      newest.stream().filter(value -> value.revision() > 0).map(this::earlier).forEach(rows::add);
    }
    return rows;
  }

  private Amounts amounts(IndicatorValue value) {
    return new Amounts(edition, indicator.definition(value));
  }

  private Earlier earlier(IndicatorValue value) {
    return new Earlier(
        edition.periods().row(value.period()),
        edition.dates().day(LocalDate.ofInstant(value.computedAt(), zone)),
        value.value() == null ? edition.say("table.none") : amounts(value).cell(value.value()),
        chip(value.performance()),
        edition.say(value.cause() == null ? "earlier.first" : "cause." + value.cause()));
  }
}
