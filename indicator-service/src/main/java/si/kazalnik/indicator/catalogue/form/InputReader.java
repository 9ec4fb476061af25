package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.indicator.domain.evaluation.Formula;

/** Reads one of {@code inputs}. */
final class InputReader {

  private static final Set<String> KEYS =
      Set.of(
          "series",
          "aggregate",
          "where",
          "window",
          "whenEmpty",
          "across",
          "carryForward",
          "atLeast");
  private static final int MANY = 1_000_000;

  private final Scope scope;
  private final Schedule schedule;
  private final Optional<Polarity> polarity;

  InputReader(Scope scope, Schedule schedule, Optional<Polarity> polarity) {
    this.scope = scope;
    this.schedule = schedule;
    this.polarity = polarity;
  }

  Optional<Input> read(String name, Item item) {
    if (!Formula.isName(name)
        || FormulaRules.FUNCTIONS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      item.fault(
          "`"
              + name
              + "` can't name an input; a name is letters, digits and `_`, begins with a letter"
              + " and is none of the formula's functions");
    }
    return item.fields("the input `" + name + "`", KEYS).map(fields -> read(name, fields));
  }

  private Input read(String name, Fields fields) {
    Optional<Series> series = fields.required("series").flatMap(scope::seriesAt);
    Optional<AggregateWord> aggregate = fields.required("aggregate").flatMap(AggregateWord::read);
    WindowWord window =
        fields
            .optional("window")
            .flatMap(WindowWord::read)
            .orElse(new WindowWord(Window.PERIOD, 0));
    int carried = carryForward(fields);
    InputRules rules = new InputRules(fields, schedule, polarity);
    aggregate.ifPresent(word -> rules.check(word.aggregate(), window.window()));
    series.ifPresent(of -> rules.check(of, aggregate.map(AggregateWord::aggregate)));
    return new Input(
        name,
        series.map(Series::id).orElse(""),
        aggregate.map(AggregateWord::aggregate).orElse(Input.Aggregate.COUNT),
        aggregate.flatMap(AggregateWord::percentile).orElse(null),
        where(fields, series),
        window.window(),
        window.rolling(),
        fields.choice("whenEmpty", Words.WHEN_EMPTY, false),
        fields.choice("across", Words.ACROSS, Across.SUM),
        carried,
        fields.integer("atLeast", 1, 1, MANY));
  }

  private static int carryForward(Fields fields) {
    return fields
        .optional("carryForward")
        .flatMap(item -> item.fields("`carryForward`", Set.of("periods")))
        .flatMap(carry -> carry.required("periods"))
        .flatMap(item -> item.integer(0, 1_000))
        .orElse(0);
  }

  private static Map<String, List<String>> where(Fields fields, Optional<Series> series) {
    return fields
        .optional("where")
        .map(item -> new WhereReader(series).read(item))
        .orElse(Map.of());
  }
}
