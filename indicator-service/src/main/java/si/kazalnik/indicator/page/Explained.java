package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.IndicatorValue.InputValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.domain.evaluation.Formula;
import si.kazalnik.indicator.domain.evaluation.Reasoning;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.published.DefinedThen;

/** How a value came about, as a paragraph to be read. */
public final class Explained {

  private static final int VERSION_CHARACTERS = 7;

  private final ZoneId zone;
  private final Edition edition;
  private final Indicator definition;
  private final Reasoning reasoning;
  private final IndicatorValue value;
  private final Amounts amounts;
  private final InputWords inputs;
  private final List<String> sentences = new ArrayList<>();

  private Explained(Edition edition, DefinedThen then, IndicatorValue value) {
    this.zone = then.zone();
    this.edition = edition;
    this.reasoning = then.reasoning(value);
    this.definition = reasoning.definition();
    this.value = value;
    this.amounts = new Amounts(edition, definition);
    this.inputs = new InputWords(edition, then.indicator());
  }

  /** The paragraph by language. */
  public static Map<String, String> inEveryLanguage(DefinedThen then, IndicatorValue value) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      texts.put(language.code(), of(Edition.in(language), then, value));
    }
    return texts;
  }

  static String of(Edition edition, DefinedThen then, IndicatorValue value) {
    return new Explained(edition, then, value).paragraph();
  }

  private String paragraph() {
    number();
    if (value.reason() != NoValueReason.SUPPRESSED) {
      definition.inputs().forEach(this::input);
      formula();
      change();
      coverage();
      verdict();
    }
    computed();
    return String.join(" ", sentences);
  }

  private void say(String key, Object... arguments) {
    sentences.add(edition.say(key, arguments));
  }

  private void number() {
    String period = edition.periods().of(value.period());
    BigDecimal number = value.value();
    if (number == null) {
      NoValueReason reason =
          Objects.requireNonNullElse(value.reason(), NoValueReason.NO_MEASUREMENTS);
      say("lead.none." + reasoning.why(reason), "period", period);
    } else {
      String key = value.revision() == 0 ? "lead.open" : "lead.final";
      say(key, "period", period, "value", amounts.value(number));
    }
  }

  private void input(Input input) {
    InputValue used =
        value.inputs().stream()
            .filter(each -> each.name().equals(input.name()))
            .findFirst()
            .orElseGet(() -> new InputValue(input.name(), null, 0));
    String text = edition.capital(inputs.of(input));
    if (used.value() == null) {
      String key = "explain.input.none";
      if (used.measurements() > 0) {
        boolean tooShort = reasoning.tooShort().contains(input.name());
        boolean noKey = Reasoning.isWithoutKey(input, used);
        key = noKey ? "explain.input.noKey" : "explain.input.tooFew";
        key = tooShort ? "explain.input.windowShort" : key;
      }
      say(key, "text", text, "n", used.measurements());
      return;
    }
    String number = edition.figures().number(used.value());
    String count = edition.figures().number(BigDecimal.valueOf(used.measurements()));
    Instant first = used.first();
    Instant last = used.last();
    if (first == null || last == null) {
      String key = "explain.input.counted";
      if (used.measurements() == 0) {
        boolean carried = input.aggregate() == Input.Aggregate.LAST;
        key = carried ? "explain.input.carried" : "explain.input.empty";
      }
      say(key, "text", text, "value", number, "n", used.measurements(), "count", count);
    } else {
      say(
          "explain.input",
          "text",
          text,
          "value",
          number,
          "n",
          used.measurements(),
          "count",
          count,
          "first",
          day(first),
          "last",
          day(last));
    }
    if (used.error() != null) {
      sentences.add(edition.capital(new Reservations(edition).estimate(used.error())) + ".");
    }
  }

  private void formula() {
    String formula = definition.formula();
    BigDecimal exact = reasoning.exact();
    BigDecimal number = value.value();
    if (exact == null || number == null) {
      return;
    }
    if (formula != null) {
      Map<String, String> numbers = new TreeMap<>();
      for (InputValue input : value.inputs()) {
        if (input.value() != null) {
          numbers.put(input.name(), edition.figures().number(input.value()));
        }
      }
      String signs = formula.replace("*", "×").replace("/", "÷").replace('-', '−');
      say(
          "explain.formula",
          "filled",
          Formula.filled(signs, numbers),
          "exact",
          edition.figures().number(exact));
    }
    if (exact.compareTo(number) != 0 && !amounts.deliverable()) {
      say("explain.rounded", "decimals", definition.decimals());
    }
  }

  private void change() {
    DefinitionChange change = reasoning.change();
    if (change != null) {
      say(
          "explain.change",
          "date",
          edition.dates().inWords(change.validFrom()),
          "reason",
          edition.of(change.reason()));
    }
  }

  private void coverage() {
    Coverage coverage = value.coverage();
    if (coverage == null) {
      return;
    }
    if (coverage.missing().isEmpty()) {
      say("explain.coverage.all", "n", coverage.expected());
    } else {
      say(
          "explain.coverage",
          "reported",
          coverage.reported(),
          "expected",
          coverage.expected(),
          "names",
          String.join(", ", coverage.missing()));
    }
  }

  private void verdict() {
    switch (reasoning.rule()) {
      case NO_TARGET -> say("lead.noTarget");
      case NOT_DUE -> say("explain.notDue");
      case CELL -> say("explain.cell");
      case UNKNOWN -> say("explain.unknown");
      case OPEN ->
          say(
              "computed.closes",
              "date",
              edition.dates().day(edition.lastDay(value.closesAt(), zone)));
      case DATED_POINT -> judged("explain.point", "");
      case QUOTA -> judged("explain.quota", "");
      case BETWEEN_POINTS -> judged("explain.between", tolerance());
    }
    if (value.failing() != null) {
      say("explain.failing", "names", String.join(", ", value.failing()));
    }
    if (value.deliveredLate() != null) {
      say("lead.late", "date", edition.dates().inWords(value.deliveredLate()));
    }
  }

  private String tolerance() {
    Bounds atRisk = reasoning.atRisk();
    if (atRisk != null && atRisk.value() == null) {
      // Of a range each end has its own.
      return edition.say("explain.tolerance.range", "range", amounts.bounds(atRisk));
    }
    BigDecimal tolerance = value.tolerance();
    return tolerance == null || tolerance.signum() == 0
        ? ""
        : edition.say("explain.tolerance", "tolerance", amounts.exactGap(tolerance));
  }

  private void judged(String key, String tolerance) {
    say(
        key,
        "date",
        edition.dates().inWords(value.end()),
        "expected",
        amounts.mark(Objects.requireNonNull(value.expected())),
        "tolerance",
        tolerance,
        "verdict",
        edition.word(State.of(Objects.requireNonNull(value.performance()))));
  }

  private void computed() {
    say(
        "explain.computed",
        "date",
        day(value.computedAt()),
        "why",
        edition.say("explain.why." + Reasoning.why(value)),
        "version",
        value.catalogue().substring(0, Math.min(VERSION_CHARACTERS, value.catalogue().length())));
  }

  private String day(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return edition.dates().day(day);
  }
}
