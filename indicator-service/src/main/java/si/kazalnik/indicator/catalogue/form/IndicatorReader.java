package si.kazalnik.indicator.catalogue.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Baseline;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Indicator.Reference;
import si.kazalnik.contract.catalogue.Indicator.SmallestCell;
import si.kazalnik.contract.catalogue.Indicator.Tolerance;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads an entry of {@code indicators}. */
final class IndicatorReader {

  static final int MOST_DECIMALS = 12;

  private static final Set<String> KEYS =
      Remarks.and(
          "id",
          "title",
          "description",
          "measures",
          "owner",
          "unit",
          "decimals",
          "polarity",
          "inputs",
          "formula",
          "reporting",
          "disaggregateBy",
          "smallestCell",
          "metricCells",
          "baseline",
          "target",
          "tolerance",
          "consecutive",
          "alertAtRisk",
          "remindBefore",
          "references",
          "changes",
          "breaks");
  private static final Set<String> REFERENCE = Remarks.and("title", "value");

  /** Labels of {@code strategy_indicator_*}, which a dimension would double or hide. */
  private static final List<String> METRIC_LABELS =
      List.of(
          "indicator", "measure", "objective", "goal", "unit", "polarity", "illustrative", "state");

  private static final List<String> REMIND = List.of("months", "days");

  private final Scope scope;

  IndicatorReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Indicator> read(Item item) {
    return item.fields(Entries.name("indicator", item), KEYS).map(this::read);
  }

  private Indicator read(Fields fields) {
    Optional<Polarity> polarity =
        fields.required("polarity").flatMap(item -> item.choice(Words.POLARITIES));
    Schedule schedule = new ReportingReader(scope).read(fields);
    DefinitionReader definitions = new DefinitionReader(scope, schedule, polarity);
    JudgementReader judgements = new JudgementReader(scope, schedule, polarity);
    Definition definition = definitions.read(fields);
    Optional<String> disaggregateBy = fields.optionalText("disaggregateBy");
    Optional<SmallestCell> smallestCell = smallestCell(fields);
    boolean metricCells = fields.bool("metricCells", false);
    if (disaggregateBy.isEmpty()) {
      needsCells(fields, "smallestCell", smallestCell.isPresent());
      needsCells(fields, "metricCells", metricCells);
    }
    if (metricCells && disaggregateBy.filter(METRIC_LABELS::contains).isPresent()) {
      fields
          .at("metricCells")
          .fault(
              "`metricCells` can't export the dimension `"
                  + disaggregateBy.get()
                  + "`: the metrics have a label of that name themselves ("
                  + String.join(", ", METRIC_LABELS)
                  + "); give the dimension another name");
    }
    IndicatorRules rules =
        new IndicatorRules(scope, disaggregateBy, smallestCell.map(SmallestCell::input));
    rules.checkDefinition(
        definition, fields.at(disaggregateBy.isPresent() ? "disaggregateBy" : "smallestCell"));
    fields.required("target");
    Optional<Target> target = judgements.target(fields);
    Optional<Baseline> baseline = judgements.baseline(fields);
    target.ifPresent(
        of -> {
          TargetRules.check(of, baseline, fields.at("target"), fields.at("baseline"));
          rules.checkTarget(of, definition, fields.at("target"));
        });
    Remarks remarks = Remarks.of(fields, scope);
    BreakReader breaks = new BreakReader(scope, schedule);
    return new Indicator(
        Entries.id(fields),
        Texts.required(fields, "title", scope),
        Texts.optional(fields, "description", scope),
        fields
            .required("measures")
            .map(item -> Lists.references(item, scope.measures, "measure"))
            .orElse(List.of()),
        fields.required("owner").flatMap(scope.owners::reference).orElse(""),
        fields.text("unit"),
        fields.integer("decimals", 2, 0, MOST_DECIMALS),
        polarity.orElse(Polarity.NONE),
        definition.inputs(),
        definition.formula().orElse(null),
        schedule.reporting(),
        disaggregateBy.orElse(null),
        smallestCell.orElse(null),
        metricCells,
        baseline.orElse(null),
        target.orElse(new Target.None()),
        judgements.tolerance(fields).orElse(new Tolerance(BigDecimal.ZERO, false)),
        fields.integer("consecutive", 1, 1, 1_000),
        fields.bool("alertAtRisk", false),
        remindBefore(fields),
        fields.list("references", this::reference),
        new ChangeReader(scope, rules, judgements, definitions, definition, target, baseline)
            .read(fields),
        fields.list("breaks", breaks::read),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  private static void needsCells(Fields fields, String key, boolean given) {
    if (given) {
      fields.at(key).fault("`" + key + "` needs `disaggregateBy`: there are no cells");
    }
  }

  private static Optional<SmallestCell> smallestCell(Fields fields) {
    return fields
        .optional("smallestCell")
        .flatMap(item -> item.fields("`smallestCell`", Set.of("input", "value")))
        .map(
            cell -> {
              Optional<BigDecimal> value = cell.required("value").flatMap(Item::number);
              if (value.filter(n -> n.signum() < 0).isPresent()) {
                cell.at("value").fault("`value` of `smallestCell` can't be below 0");
              }
              return new SmallestCell(cell.text("input"), value.orElse(BigDecimal.ZERO));
            });
  }

  private static java.time.@Nullable Period remindBefore(Fields fields) {
    return fields
        .optional("remindBefore")
        .flatMap(item -> Dates.span(item, "`remindBefore`", REMIND, 1, Set.of()))
        .orElse(null);
  }

  private Optional<Reference> reference(Item item) {
    return item.fields("a reference", REFERENCE)
        .map(
            fields -> {
              Remarks remarks = Remarks.of(fields, scope);
              return new Reference(
                  Texts.required(fields, "title", scope),
                  fields.required("value").flatMap(Item::number).orElse(BigDecimal.ZERO),
                  remarks.illustrative(),
                  remarks.source(),
                  remarks.note());
            });
  }
}
