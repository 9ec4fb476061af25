package si.kazalnik.indicator.http;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.domain.evaluation.Formula;
import si.kazalnik.indicator.domain.evaluation.Reasoning;
import si.kazalnik.indicator.domain.target.Shortfall;
import si.kazalnik.indicator.domain.window.Days;
import si.kazalnik.indicator.http.Explanation.UsedInput;
import si.kazalnik.indicator.published.DefinedThen;

/** Puts together how a value came about. */
final class Explaining {

  private static final int VERSION_CHARACTERS = 12;

  private final DefinedThen then;
  private final Indicator definition;
  private final Reasoning reasoning;
  private final IndicatorValue value;

  Explaining(DefinedThen then, IndicatorValue value) {
    this.then = then;
    this.reasoning = then.reasoning(value);
    this.definition = reasoning.definition();
    this.value = value;
  }

  Explanation explanation(Map<String, String> text) {
    boolean shown = value.reason() != NoValueReason.SUPPRESSED;
    return new Explanation(
        definition.id(),
        definition.unit(),
        value.period(),
        value.start(),
        value.end(),
        value.dimensions(),
        value.value(),
        value.reason(),
        value.status(),
        value.revision(),
        definitionVersion(),
        shown ? formula() : null,
        shown ? inputs() : List.of(),
        shown ? value.coverage() : null,
        shown ? verdict() : null,
        value.catalogue(),
        Explanation.Computed.of(value),
        text);
  }

  private Explanation.Definition definitionVersion() {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("inputs", definition.inputs());
    parts.put("formula", String.valueOf(definition.formula()));
    parts.put("decimals", definition.decimals());
    parts.put("unit", definition.unit());
    parts.put("polarity", definition.polarity());
    parts.put("reporting", definition.reporting());
    parts.put("zone", then.zone().getId());
    if (definition.reporting().workingDays()) {
      parts.put("holidays", String.valueOf(then.catalogue().strategy().holidays()));
    }
    parts.put("disaggregateBy", String.valueOf(definition.disaggregateBy()));
    if (definition.smallestCell() != null) {
      parts.put("smallestCell", definition.smallestCell());
    }
    parts.put("series", series());
    DefinitionChange change = reasoning.change();
    return new Explanation.Definition(
        digest(ContractJson.write(parts)).substring(0, VERSION_CHARACTERS),
        change == null ? null : change.validFrom(),
        change == null ? null : change.reason());
  }

  // Of each series what decides how its measurements count.
  private Map<String, Object> series() {
    Map<String, Object> series = new TreeMap<>();
    for (Series each : then.indicator().series()) {
      if (definition.inputs().stream().anyMatch(input -> input.series().equals(each.id()))) {
        List<String> cells =
            each.dimensions().stream()
                .filter(dimension -> dimension.name().equals(definition.disaggregateBy()))
                .flatMap(dimension -> dimension.values().stream())
                .toList();
        series.put(
            each.id(),
            List.of(each.roster(), String.valueOf(each.period()), each.hasValue(), cells));
      }
    }
    return series;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Explanation.Formula formula() {
    Map<String, String> numbers = new TreeMap<>();
    for (InputValue input : value.inputs()) {
      if (input.value() != null) {
        numbers.put(input.name(), input.value().toPlainString());
      }
    }
    String formula = definition.formula();
    String text = formula == null ? definition.inputs().get(0).name() : formula;
    return new Explanation.Formula(
        text, Formula.filled(text, numbers), reasoning.exact(), definition.decimals());
  }

  private List<UsedInput> inputs() {
    List<UsedInput> inputs = new ArrayList<>();
    for (Input input : definition.inputs()) {
      InputValue used =
          value.inputs().stream()
              .filter(each -> each.name().equals(input.name()))
              .findFirst()
              .orElseGet(() -> new InputValue(input.name(), null, 0));
      Days window = reasoning.windows().get(input.name());
      LocalDate from = window == null ? null : window.from();
      inputs.add(
          new UsedInput(
              input.name(),
              input.series(),
              input.aggregate(),
              input.percentile(),
              input.where(),
              input.window(),
              input.window() == Input.Window.SINCE_START ? null : from,
              window == null ? null : window.to(),
              !reasoning.tooShort().contains(input.name()),
              input.zeroWhenEmpty() ? "ZERO" : "NO_VALUE",
              input.aggregate() == Input.Aggregate.LAST ? input.across() : null,
              input.carryForward(),
              input.atLeast(),
              used.value(),
              used.measurements(),
              used.first(),
              used.last(),
              used.error()));
    }
    return inputs;
  }

  private Explanation.Verdict verdict() {
    Bounds expected = value.expected();
    BigDecimal number = value.value();
    BigDecimal shortfall =
        expected == null || number == null || value.failing() != null
            ? null
            : Shortfall.of(expected, number, definition.polarity()).amount();
    return new Explanation.Verdict(
        value.performance(),
        reasoning.rule(),
        ValueItem.shown(expected),
        ValueItem.shown(value.target()),
        value.tolerance(),
        shortfall,
        expected == null ? Map.of() : thresholds(expected),
        value.failing() == null ? List.of() : value.failing(),
        value.deliveredLate());
  }

  private Map<String, Object> thresholds(Bounds expected) {
    Map<String, Object> thresholds = new LinkedHashMap<>();
    Object good = Objects.requireNonNull(ValueItem.shown(expected));
    switch (reasoning.rule()) {
      case DATED_POINT, QUOTA -> thresholds.put("MET", good);
      case BETWEEN_POINTS -> {
        thresholds.put("ON_TRACK", good);
        if (reasoning.atRisk() != null) {
          thresholds.put("AT_RISK", ValueItem.shown(reasoning.atRisk()));
        }
      }
      case NO_TARGET, NOT_DUE, CELL, OPEN, UNKNOWN -> {
        // Nothing was judged.
      }
    }
    return thresholds;
  }
}
