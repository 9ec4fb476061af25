package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.contract.catalogue.Strategy.Objective;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads goals and what lies below them. */
final class GoalReader {

  private static final Set<String> MEASURE =
      Remarks.and("id", "number", "title", "description", "status");
  private static final Set<String> OBJECTIVE = with(MEASURE, "measures");
  private static final Set<String> GOAL = with(OBJECTIVE, "objectives");

  private final Scope scope;

  GoalReader(Scope scope) {
    this.scope = scope;
  }

  /** What all three levels have. */
  private record Common(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      Remarks remarks) {}

  List<Goal> goals(Fields strategy) {
    return strategy.list("goals", item -> item.fields("a goal", GOAL).map(this::goal));
  }

  private Goal goal(Fields fields) {
    Common common = common(fields, scope.goals);
    List<Objective> objectives =
        fields.list(
            "objectives", item -> item.fields("an objective", OBJECTIVE).map(this::objective));
    return new Goal(
        common.id,
        common.number,
        common.title,
        common.description,
        common.status,
        common.remarks.illustrative(),
        common.remarks.source(),
        common.remarks.note(),
        objectives,
        measures(fields));
  }

  private Objective objective(Fields fields) {
    Common common = common(fields, scope.objectives);
    return new Objective(
        common.id,
        common.number,
        common.title,
        common.description,
        common.status,
        common.remarks.illustrative(),
        common.remarks.source(),
        common.remarks.note(),
        measures(fields));
  }

  private List<Measure> measures(Fields above) {
    return above.list("measures", item -> item.fields("a measure", MEASURE).map(this::measure));
  }

  private Measure measure(Fields fields) {
    Common common = common(fields, scope.measures);
    return new Measure(
        common.id,
        common.number,
        common.title,
        common.description,
        common.status,
        common.remarks.illustrative(),
        common.remarks.source(),
        common.remarks.note());
  }

  private Common common(Fields fields, Ids ids) {
    ids.declare(fields);
    Optional<String> id = fields.optional("id").flatMap(Item::text);
    return new Common(
        id.orElse(""),
        fields.optionalText("number").orElse(null),
        Texts.required(fields, "title", scope),
        Texts.optional(fields, "description", scope),
        Texts.optional(fields, "status", scope),
        Remarks.of(fields, scope));
  }

  private static Set<String> with(Set<String> keys, String key) {
    Set<String> all = new TreeSet<>(keys);
    all.add(key);
    return all;
  }
}
