package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.calendar.Schedule;
import si.kazalnik.indicator.domain.calendar.Weekdays;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.target.Verdict;
import si.kazalnik.indicator.domain.window.Frame;
import si.kazalnik.indicator.published.PublishedValues;

/**
 * Values of a catalogue's indicators, made by rule: some a little better than expected, some worse,
 * every seventh without its latest one, each with one that was revised.
 */
final class MadeValues implements PublishedValues {

  private final Map<String, List<IndicatorValue>> values = new LinkedHashMap<>();
  private final Map<String, List<IndicatorValue>> revisions = new HashMap<>();

  MadeValues(Catalogue catalogue, Instant now) {
    ZoneId zone = catalogue.strategy().timeZone();
    int number = 0;
    for (Indicator indicator : catalogue.indicators()) {
      // An earlier version did not compute ranges; the page still has to say so of its records.
      boolean computed = indicator.polarity() != Indicator.Polarity.IN_RANGE;
      int kind = number++;
      Schedule.of(indicator.reporting(), zone, new Weekdays())
          .ifPresent(
              schedule ->
                  values.put(
                      indicator.id(), made(indicator, schedule, computed, kind, now, catalogue)));
    }
  }

  private List<IndicatorValue> made(
      Indicator indicator,
      Schedule schedule,
      boolean computed,
      int kind,
      Instant now,
      Catalogue catalogue) {
    List<ReportingPeriod> periods = new ArrayList<>();
    schedule.regular(now).ifPresent(range -> range.iterator().forEachRemaining(periods::add));
    int closed = (int) periods.stream().filter(p -> schedule.isClosed(p, now)).count();
    IndicatorRules rules = IndicatorRules.of(indicator, catalogue);
    List<IndicatorValue> made = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      boolean missing = kind % 7 == 6 && i == closed - 1;
      boolean revised = closed > 2 && i == closed - 2;
      Indicator era = rules.indicator(periods.get(i).start());
      Maker maker = new Maker(era, schedule, catalogue.version(), periods.get(i), now);
      IndicatorValue last = maker.value(computed, kind, missing, revised ? 2 : 1);
      if (revised && computed && last.revision() == 2) {
        IndicatorValue first = maker.value(true, kind + 3, false, 1);
        revisions.put(indicator.id() + last.period(), List.of(first, last));
      }
      made.add(last);
    }
    return made;
  }

  private record Maker(
      Indicator indicator,
      Schedule schedule,
      String catalogue,
      ReportingPeriod period,
      Instant now) {

    IndicatorValue value(boolean computed, int kind, boolean missing, int revision) {
      boolean closed = schedule.isClosed(period, now);
      TargetRules rules = new TargetRules(indicator);
      Expectation expectation =
          computed
              ? rules.expectation(Frame.of(period, schedule.first()), schedule.isDue(period))
              : new Expectation(Expectation.Kind.NOT_DUE, null, null);
      BigDecimal number = computed && !missing ? number(expectation, kind) : null;
      Performance performance = null;
      BigDecimal tolerance = null;
      if (expectation.kind() == Expectation.Kind.NO_TARGET) {
        performance = closed ? Performance.NO_TARGET : null;
      } else if (!expectation.isDue()) {
        performance = closed ? Performance.NOT_DUE : null;
      } else if (closed && number != null) {
        Verdict verdict = rules.judge(expectation, number);
        performance = verdict.performance();
        tolerance = verdict.tolerance();
      }
      NoValueReason reason =
          computed ? NoValueReason.NO_MEASUREMENTS : NoValueReason.NOT_YET_COMPUTED;
      Instant closesAt = schedule.closesAt(period);
      return new IndicatorValue(
          IndicatorValue.SCHEMA,
          indicator.id(),
          notation(),
          period.start(),
          period.end(),
          Map.of(),
          closed ? revision : 0,
          number,
          number == null ? reason : null,
          closed
              ? (revision > 1 ? ValueStatus.REVISED : ValueStatus.FINAL)
              : ValueStatus.PROVISIONAL,
          closed && revision > 1 ? RevisionCause.LATE : null,
          performance,
          expectation.expected(),
          expectation.target(),
          null,
          number == null ? 0 : 1204,
          closed ? closesAt.plusSeconds(86_400L * (revision - 1)) : now,
          schedule.isDue(period),
          closesAt,
          missing ? List.of(indicator.inputs().get(0).name()) : List.of(),
          expectation.kind() == Expectation.Kind.POINT,
          null,
          tolerance,
          inputs(number),
          catalogue);
    }

    private String notation() {
      return period.toString();
    }

    private List<IndicatorValue.InputValue> inputs(@Nullable BigDecimal number) {
      return indicator.inputs().stream()
          .map(
              input ->
                  new IndicatorValue.InputValue(input.name(), number, number == null ? 0 : 602))
          .toList();
    }

    private BigDecimal number(Expectation expectation, int kind) {
      Input.Aggregate aggregate = indicator.inputs().get(0).aggregate();
      if (aggregate == Input.Aggregate.EXISTS) {
        return kind % 3 == 1 ? BigDecimal.ZERO : BigDecimal.ONE;
      }
      double level = 40 + kind + 5 * Math.sin(period.end().toEpochDay() / 60.0);
      if (expectation.expected() != null && expectation.expected().value() != null) {
        double lean = 1 + (kind % 4 - 1.5) * 0.04;
        level = expectation.expected().value().doubleValue() * lean;
      }
      if (indicator.inputs().get(0).window() == Input.Window.YEAR_TO_DATE) {
        LocalDate end = period.end();
        level = (90 + kind * 9 % 40) * (double) end.getDayOfYear() / end.lengthOfYear();
      }
      return BigDecimal.valueOf(level).setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Map<String, List<IndicatorValue>> currentHeadlines(Collection<String> indicators) {
    return values;
  }

  @Override
  public List<IndicatorValue> current(String indicator, Map<String, String> dimensions) {
    return values.getOrDefault(indicator, List.of());
  }

  @Override
  public List<IndicatorValue> asOf(String indicator, Map<String, String> dimensions, Instant at) {
    return current(indicator, dimensions).stream()
        .filter(value -> value.revision() > 0 && !value.computedAt().isAfter(at))
        .toList();
  }

  @Override
  public List<IndicatorValue> revisions(String indicator, String period) {
    return revisions.getOrDefault(indicator + period, List.of());
  }
}
