package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Indicator.Baseline;
import si.kazalnik.contract.catalogue.Indicator.Change;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code changes}: each is checked as what it makes of the indicator. */
final class ChangeReader {

  private static final Set<String> TARGET =
      Set.of("from", "reason", "target", "tolerance", "baseline");
  private static final Set<String> DEFINITION =
      Set.of("validFrom", "reason", "inputs", "formula", "decimals");

  private final Scope scope;
  private final IndicatorRules rules;
  private final JudgementReader judgements;
  private final DefinitionReader definitions;
  private Definition definition;
  private Optional<Target> target;
  private Optional<Baseline> baseline;
  private LocalDate lastTarget = LocalDate.MIN;
  private LocalDate lastDefinition = LocalDate.MIN;

  ChangeReader(
      Scope scope,
      IndicatorRules rules,
      JudgementReader judgements,
      DefinitionReader definitions,
      Definition definition,
      Optional<Target> target,
      Optional<Baseline> baseline) {
    this.scope = scope;
    this.rules = rules;
    this.judgements = judgements;
    this.definitions = definitions;
    this.definition = definition;
    this.target = target;
    this.baseline = baseline;
  }

  List<Change> read(Fields indicator) {
    List<Change> changes = new ArrayList<>();
    for (Item item : indicator.optional("changes").map(Item::list).orElse(List.of())) {
      boolean ofTarget = item.scalarAt("from").isPresent();
      if (ofTarget == item.scalarAt("validFrom").isPresent()) {
        item.fault(
            "a change has exactly one of `from` (of target, tolerance, baseline) and `validFrom`"
                + " (of inputs, formula, decimals)");
        continue;
      }
      Optional<Change> change =
          ofTarget
              ? item.fields("a target change", TARGET).map(this::ofTarget)
              : item.fields("a definition change", DEFINITION).map(this::ofDefinition);
      change.ifPresent(changes::add);
    }
    return List.copyOf(changes);
  }

  private Change ofTarget(Fields fields) {
    LocalDate from = date(fields, "from", lastTarget);
    lastTarget = from;
    changesSomething(fields, "target", "tolerance", "baseline");
    Optional<Target> newTarget = judgements.target(fields);
    Optional<Baseline> newBaseline = judgements.baseline(fields);
    target = newTarget.or(() -> target);
    baseline = newBaseline.or(() -> baseline);
    if (newTarget.isPresent() || newBaseline.isPresent()) {
      target.ifPresent(
          of -> TargetRules.check(of, baseline, fields.at("target"), fields.at("baseline")));
    }
    newTarget.ifPresent(of -> rules.checkTarget(of, definition, fields.at("target")));
    return new TargetChange(
        from,
        Texts.required(fields, "reason", scope),
        newTarget.orElse(null),
        judgements.tolerance(fields).orElse(null),
        newBaseline.orElse(null));
  }

  private Change ofDefinition(Fields fields) {
    LocalDate from = date(fields, "validFrom", lastDefinition);
    lastDefinition = from;
    changesSomething(fields, "inputs", "formula", "decimals");
    definition = definitions.change(fields, definition);
    if (fields.has("inputs")) {
      rules.checkDefinition(definition, fields.at("inputs"));
      target.ifPresent(of -> rules.checkTarget(of, definition, fields.at("inputs")));
    }
    return new DefinitionChange(
        from,
        Texts.required(fields, "reason", scope),
        fields.has("inputs") ? definition.inputs() : null,
        fields.has("formula") ? definition.formula().orElse(null) : null,
        fields.has("decimals")
            ? fields.integer("decimals", 0, 0, IndicatorReader.MOST_DECIMALS)
            : null);
  }

  private static void changesSomething(Fields fields, String... keys) {
    for (String key : keys) {
      if (fields.has(key)) {
        return;
      }
    }
    fields.fault(fields.what() + " must have at least one of " + String.join(", ", keys));
  }

  private static LocalDate date(Fields fields, String key, LocalDate last) {
    Optional<LocalDate> date = fields.optional(key).flatMap(Dates::firstDay);
    if (date.isPresent() && !date.get().isAfter(last)) {
      fields
          .at(key)
          .fault(
              "changes of one kind must be in order, each on a later day; "
                  + date.get()
                  + " follows on "
                  + last);
    }
    return date.orElse(last);
  }
}
