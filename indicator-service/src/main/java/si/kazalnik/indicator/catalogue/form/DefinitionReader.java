package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code inputs} and {@code formula} of an indicator or of a change. */
final class DefinitionReader {

  private final InputReader reader;

  DefinitionReader(Scope scope, Schedule schedule, Optional<Polarity> polarity) {
    this.reader = new InputReader(scope, schedule, polarity);
  }

  Definition read(Fields indicator) {
    indicator.required("inputs");
    Definition nothing = new Definition(Set.of(), List.of(), Optional.empty());
    return change(indicator, nothing);
  }

  /** What holds after the fields; what they leave out stays as before. */
  Definition change(Fields fields, Definition before) {
    Definition after = before;
    Optional<Fields> inputs =
        fields.optional("inputs").flatMap(item -> item.mapping("inputs by name"));
    if (inputs.isPresent()) {
      after = new Definition(names(inputs.get()), inputs(inputs.get()), after.formula());
    }
    Optional<String> formula = fields.optionalText("formula").map(String::strip);
    if (formula.isPresent()) {
      after = new Definition(after.names(), after.inputs(), formula);
    }
    checkFormula(fields, after);
    return after;
  }

  private static Set<String> names(Fields inputs) {
    Set<String> names = new TreeSet<>();
    Map<String, String> lower = new TreeMap<>();
    for (String name : inputs.all().keySet()) {
      names.add(name);
      String other = lower.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        inputs.at(name).fault("the inputs `" + other + "` and `" + name + "` look alike");
      }
    }
    if (names.isEmpty()) {
      inputs.fault("`inputs` needs at least one input");
    }
    return names;
  }

  private List<Input> inputs(Fields inputs) {
    return new TreeMap<>(inputs.all())
        .entrySet().stream()
            .flatMap(entry -> reader.read(entry.getKey(), entry.getValue()).stream())
            .toList();
  }

  private static void checkFormula(Fields fields, Definition definition) {
    Item place = fields.at(fields.has("formula") ? "formula" : "inputs");
    if (definition.names().isEmpty()) {
      return;
    }
    if (definition.formula().isPresent()) {
      FormulaRules.check(definition.formula().get(), definition.names(), place);
    } else if (definition.names().size() > 1 && !fields.has("formula")) {
      place.fault(
          "with several inputs ("
              + String.join(", ", definition.names())
              + ") there must be a `formula`");
    }
  }
}
