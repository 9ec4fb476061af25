package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.evaluation.Formula;
import si.kazalnik.indicator.domain.evaluation.Reasoning;
import si.kazalnik.indicator.page.IndicatorView.Computation;
import si.kazalnik.indicator.page.IndicatorView.Step;
import si.kazalnik.indicator.published.DefinedThen;
import si.kazalnik.indicator.published.PublishedIndicator;

/** How a value and its verdict came about, step by step, with the numbers that were used. */
final class Workings {

  private final DefinedThen then;
  private final Edition edition;
  private final PublishedIndicator indicator;
  private final Reasoning reasoning;
  private final Indicator definition;
  private final Amounts amounts;
  private final IndicatorValue value;
  private final List<Step> steps = new ArrayList<>();

  private Workings(Edition edition, DefinedThen then, IndicatorValue value) {
    this.then = then;
    this.edition = edition;
    this.indicator = then.indicator();
    // As it stood for the period, which is not always as it stands now.
    this.reasoning = then.reasoning(value);
    this.definition = reasoning.definition();
    this.amounts = new Amounts(edition, definition);
    this.value = value;
  }

  static Computation of(Edition edition, DefinedThen then, IndicatorValue value) {
    return new Workings(edition, then, value).all();
  }

  /** The value of the period that the page speaks of, or null before there is any. */
  static @Nullable IndicatorValue shown(PublishedIndicator indicator) {
    if (!indicator.computed() || indicator.values().isEmpty()) {
      return null;
    }
    IndicatorValue shown = indicator.standing().judged();
    if (shown == null) {
      shown = indicator.standing().latest();
    }
    return shown == null ? indicator.values().get(indicator.values().size() - 1) : shown;
  }

  private Computation all() {
    definition.inputs().forEach(this::input);
    result();
    verdict();
    String about =
        edition.say("count.measurements", "n", value.measurements())
            + " "
            + edition.say(
                "computed.catalogue",
                "version",
                value.catalogue().substring(0, Math.min(7, value.catalogue().length())),
                "date",
                edition
                    .dates()
                    .day(java.time.LocalDate.ofInstant(value.computedAt(), then.zone())));
    String period = edition.say("computed.for", "period", edition.periods().row(value.period()));
    String paragraph = Explained.of(edition, then, value);
    return new Computation(period, paragraph, steps, about);
  }

  private void input(Input input) {
    IndicatorValue.InputValue used =
        value.inputs().stream()
            .filter(each -> each.name().equals(input.name()))
            .findFirst()
            .orElse(null);
    String text = edition.capital(new InputWords(edition, indicator).of(input));
    String number;
    if (used == null || (used.value() == null && used.measurements() == 0)) {
      number = edition.say("computed.empty");
    } else if (used.value() == null) {
      boolean tooShort = reasoning.tooShort().contains(input.name());
      boolean noKey = Reasoning.isWithoutKey(input, used);
      String key = noKey ? "reason.NO_KEY" : "reason.TOO_FEW";
      number = edition.say(tooShort ? "reason.WINDOW_SHORT" : key);
    } else if (used.measurements() == 0) {
      String said = edition.figures().number(used.value());
      boolean carried = input.aggregate() == Input.Aggregate.LAST;
      number = edition.say(carried ? "computed.carried" : "computed.emptyZero", "value", said);
    } else {
      number = edition.figures().number(used.value());
    }
    steps.add(new Step(text, number));
  }

  private void result() {
    BigDecimal number = value.value();
    if (number == null) {
      NoValueReason reason =
          Objects.requireNonNullElse(value.reason(), NoValueReason.NO_MEASUREMENTS);
      String said = edition.say("reason." + reasoning.why(reason));
      steps.add(new Step(edition.say("computed.noValue", "reason", said), ""));
      return;
    }
    String key = definition.formula() == null ? "computed.only" : "computed.formula";
    String text = edition.say(key, "decimals", definition.decimals());
    String formula = definition.formula();
    String outcome = edition.figures().value(number, definition.decimals(), definition.unit());
    steps.add(new Step(text, formula == null ? outcome : filled(formula) + " → " + outcome));
  }

  // The formula with the numbers that went into it.
  private String filled(String formula) {
    Map<String, String> numbers = new HashMap<>();
    for (IndicatorValue.InputValue input : value.inputs()) {
      if (input.value() != null) {
        numbers.put(input.name(), edition.figures().number(input.value()));
      }
    }
    String signs = formula.replace("*", "×").replace("/", "÷").replace('-', '−');
    return Formula.filled(signs, numbers);
  }

  private void verdict() {
    Performance performance = value.performance();
    Bounds expected = value.expected();
    if (performance == null || !performance.isVerdict() || expected == null) {
      return;
    }
    BigDecimal distance = Amounts.distance(value);
    steps.add(
        new Step(
            edition.say("computed.expected", "date", edition.dates().day(value.end())),
            amounts.bounds(expected)));
    if (distance != null && !amounts.deliverable()) {
      boolean range = definition.polarity() == Indicator.Polarity.IN_RANGE;
      BigDecimal shortfall =
          definition.polarity() == Indicator.Polarity.HIGHER ? distance.negate() : distance;
      BigDecimal behind = range ? distance.abs() : shortfall.max(BigDecimal.ZERO);
      if (!value.milestone() && value.tolerance() != null) {
        steps.add(new Step(edition.say("computed.tolerance"), amounts.exactGap(value.tolerance())));
      }
      steps.add(
          new Step(
              edition.say(range ? "computed.shortfall.inRange" : "computed.shortfall"),
              amounts.exactGap(behind)));
    }
    String rule = value.milestone() ? "computed.rule.point" : "computed.rule.between";
    steps.add(new Step(edition.say(rule), edition.capital(edition.word(State.of(performance)))));
  }
}
