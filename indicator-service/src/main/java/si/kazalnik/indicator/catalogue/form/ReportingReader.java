package si.kazalnik.indicator.catalogue.form;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code reporting}. */
final class ReportingReader {

  private static final Set<String> KEYS = Set.of("frequency", "from", "only", "event", "dueAfter");
  private static final List<String> UNITS = List.of("days", "months", "years");
  private static final Map<String, Optional<Frequency>> FREQUENCIES = new LinkedHashMap<>();

  static {
    Words.FREQUENCIES.forEach((word, frequency) -> FREQUENCIES.put(word, Optional.of(frequency)));
    FREQUENCIES.put("ON_EVENT", Optional.empty());
  }

  private final Scope scope;

  ReportingReader(Scope scope) {
    this.scope = scope;
  }

  /** What can't be read has its fault and is taken for a calendar that nobody knows. */
  Schedule read(Fields indicator) {
    return indicator
        .required("reporting")
        .flatMap(item -> item.fields("`reporting`", KEYS))
        .map(this::schedule)
        .orElseGet(
            () ->
                new Schedule(
                    new Reporting(null, scope.start(), Only.ALL, null, Period.ZERO, false),
                    Optional.empty(),
                    false));
  }

  private Schedule schedule(Fields fields) {
    Optional<Optional<Frequency>> frequency =
        fields.required("frequency").flatMap(item -> item.choice(FREQUENCIES));
    boolean onEvent = frequency.isPresent() && frequency.get().isEmpty();
    String event = frequency.isPresent() ? event(fields, onEvent) : null;
    if (onEvent && fields.has("only")) {
      fields.at("only").fault("`only` picks years of a calendar; ON_EVENT has none");
    }
    Optional<Item> dueAfter = fields.optional("dueAfter");
    Reporting reporting =
        new Reporting(
            frequency.flatMap(calendar -> calendar).orElse(null),
            fields.optional("from").flatMap(Dates::firstDay).orElse(scope.start()),
            fields.choice("only", Words.ONLY, Only.ALL),
            event,
            dueAfter
                .flatMap(item -> Dates.span(item, "`dueAfter`", UNITS, 0, Set.of("working")))
                .orElse(Period.ZERO),
            dueAfter.map(ReportingReader::working).orElse(false));
    return new Schedule(reporting, frequency.flatMap(calendar -> calendar), onEvent);
  }

  private @Nullable String event(Fields fields, boolean onEvent) {
    if (onEvent) {
      return fields.required("event").flatMap(scope.series::reference).orElse(null);
    }
    if (fields.has("event")) {
      fields.at("event").fault("`event` needs `frequency: ON_EVENT`");
    }
    return null;
  }

  private static boolean working(Item dueAfter) {
    // What is no mapping has been said to be none.
    Optional<Fields> fields =
        dueAfter.isScalar() || dueAfter.isList()
            ? Optional.empty()
            : dueAfter.mapping("`dueAfter`");
    boolean working = fields.map(f -> f.bool("working", false)).orElse(false);
    if (working && dueAfter.scalarAt("days").isEmpty()) {
      dueAfter.fault("`working` counts days; `dueAfter` must have `days`");
    }
    return working;
  }
}
