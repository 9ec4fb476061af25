package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.domain.target.Expectation;
import si.kazalnik.indicator.domain.target.TargetRules;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.domain.window.Frame;

/** Computes periods by one definition. */
final class Calculation {

  private final Indicator indicator;
  private final Shares shares;
  private final ValueRules values;
  private final TargetRules targets;
  private final Judging judging;
  private final EarlyCertainty certainty;
  private final Disaggregation disaggregation;

  Calculation(Indicator indicator, TargetRules targets, Map<String, Series> series, ZoneId zone) {
    this.indicator = indicator;
    this.targets = targets;
    this.shares = Shares.of(indicator, series);
    this.values = new ValueRules(indicator);
    this.judging = new Judging(values, targets, zone);
    this.certainty = new EarlyCertainty(indicator, values, targets, series);
    this.disaggregation = new Disaggregation(indicator, values);
  }

  /** When a period closes, and whether it is due. */
  record Standing(boolean unforeseen, boolean due, boolean closed, Instant closing) {}

  /** The headline first; the cells only once the period has closed. */
  List<Computation> compute(Frame frame, Standing at, Cells cells, Past past) {
    PeriodScan scan = PeriodScan.of(shares, frame, cells, at.closed());
    Expectation expectation = targets.expectation(frame, at.due());
    List<Computation> computed = new ArrayList<>();
    computed.add(headline(frame, at, scan, expectation));
    if (at.closed() && indicator.disaggregateBy() != null) {
      computed.addAll(cells(frame, at, scan, expectation, past));
    }
    return computed;
  }

  private Computation headline(Frame frame, Standing at, PeriodScan scan, Expectation expectation) {
    Outcome outcome = values.outcome(scan.whole(), at.closed(), tally -> false);
    Coverage coverage = scan.coverage();
    boolean known = outcome.value() != null && Reports.areComplete(coverage);
    Assessment assessment =
        at.closed()
            ? judging.closed(expectation, known, scan.judged(), scan.subjects(), at.closing())
            : certainty.open(expectation, known, scan.judged(), scan.subjects(), at.closing());
    return new Computation(
        indicator.id(),
        frame.name(),
        frame.start(),
        frame.end(),
        Map.of(),
        at.unforeseen(),
        at.closed(),
        at.closing(),
        outcome.value(),
        outcome.reason(),
        assessment.performance(),
        expectation.expected(),
        expectation.target(),
        coverage,
        scan.whole().measurements(),
        at.due(),
        at.due() ? values.missing(scan.whole(), at.closed()) : List.of(),
        expectation.kind() == Expectation.Kind.POINT,
        assessment.deliveredLate(),
        assessment.tolerance(),
        outcome.inputs(),
        assessment.failing());
  }

  private List<Computation> cells(
      Frame frame, Standing at, PeriodScan scan, Expectation expectation, Past past) {
    // Of a period that had closed without them they are as new as one of before the first.
    Standing joining =
        new Standing(at.unforeseen() || past.hasClosed(), at.due(), at.closed(), at.closing());
    Map<String, Outcome> outcomes = disaggregation.outcomes(scan);
    Set<String> suppressed = disaggregation.suppressed(outcomes, frame, past);
    List<Computation> cells = new ArrayList<>();
    scan.cells()
        .forEach(
            (value, share) ->
                cells.add(
                    suppressed.contains(value)
                        ? suppressedCell(frame, joining, value, expectation, scan.coverage())
                        : cell(
                            frame,
                            joining,
                            value,
                            Objects.requireNonNull(outcomes.get(value)),
                            share,
                            expectation,
                            scan.coverage())));
    return cells;
  }

  private Computation cell(
      Frame frame,
      Standing at,
      String value,
      Outcome outcome,
      WindowScan share,
      Expectation expectation,
      @Nullable Coverage coverage) {
    boolean known = outcome.value() != null && Reports.areComplete(coverage);
    Assessment assessment =
        isPerCell()
            ? judging.closed(expectation, known, List.of(share), List.of(), at.closing())
            : Assessment.UNJUDGED;
    return cell(frame, at, value, outcome, assessment, expectation, coverage, share.measurements());
  }

  private Computation suppressedCell(
      Frame frame,
      Standing at,
      String value,
      Expectation expectation,
      @Nullable Coverage coverage) {
    Outcome nothing = new Outcome(null, NoValueReason.SUPPRESSED, List.of());
    return cell(frame, at, value, nothing, Assessment.UNJUDGED, expectation, coverage, 0);
  }

  private Computation cell(
      Frame frame,
      Standing at,
      String value,
      Outcome outcome,
      Assessment assessment,
      Expectation expectation,
      @Nullable Coverage coverage,
      long measurements) {
    BigDecimal shown = outcome.value();
    return new Computation(
        indicator.id(),
        frame.name(),
        frame.start(),
        frame.end(),
        Map.of(Objects.requireNonNull(indicator.disaggregateBy()), value),
        at.unforeseen(),
        true,
        at.closing(),
        shown,
        outcome.reason(),
        assessment.performance(),
        isPerCell() ? expectation.expected() : null,
        isPerCell() ? expectation.target() : null,
        coverage,
        measurements,
        at.due(),
        List.of(),
        isPerCell() && expectation.kind() == Expectation.Kind.POINT,
        assessment.deliveredLate(),
        assessment.tolerance(),
        outcome.inputs(),
        List.of());
  }

  /** How a published period came about. */
  Reasoning reasoning(Frame frame, IndicatorValue value, @Nullable DefinitionChange change) {
    Map<String, Days> windows = new TreeMap<>();
    indicator.inputs().forEach(input -> windows.put(input.name(), frame.window(input)));
    Set<String> tooShort =
        indicator.inputs().stream()
            .filter(input -> !frame.isLongEnough(input))
            .map(Input::name)
            .collect(Collectors.toUnmodifiableSet());
    Expectation expectation = targets.expectation(frame, value.due());
    Reasoning.Rule rule = Reasoning.rule(value, isPerCell(), targets, expectation);
    Bounds expected = value.expected();
    return new Reasoning(
        indicator,
        change,
        frame.period() == null ? Map.of() : Collections.unmodifiableMap(windows),
        tooShort,
        indicator.inputs().stream().anyMatch(input -> isWithoutKey(input, value)),
        values.exact(value.inputs()).orElse(null),
        rule,
        rule == Reasoning.Rule.BETWEEN_POINTS && expected != null
            ? targets.atRisk(expected).orElse(null)
            : null);
  }

  private static boolean isWithoutKey(Input input, IndicatorValue value) {
    return value.inputs().stream()
        .anyMatch(used -> used.name().equals(input.name()) && Reasoning.isWithoutKey(input, used));
  }

  /** The tuples that are judged beside the headline. */
  List<Map<String, String>> judgedCells() {
    String dimension = indicator.disaggregateBy();
    return dimension == null || !isPerCell()
        ? List.of()
        : shares.cells().stream().map(value -> Map.of(dimension, value)).toList();
  }

  private boolean isPerCell() {
    Target target = indicator.target();
    return (target instanceof Target.Path path && path.perCell())
        || (target instanceof Target.EveryPeriod quota && quota.perCell());
  }
}
