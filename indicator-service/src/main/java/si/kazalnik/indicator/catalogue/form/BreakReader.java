package si.kazalnik.indicator.catalogue.form;

import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator.Break;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code breaks} of one indicator, in their order. */
final class BreakReader {

  private static final Set<String> KEYS = Set.of("period", "reason", "linked");

  private final Scope scope;
  private final Schedule schedule;
  private Optional<ReportingPeriod> last = Optional.empty();

  BreakReader(Scope scope, Schedule schedule) {
    this.scope = scope;
    this.schedule = schedule;
  }

  Optional<Break> read(Item item) {
    return item.fields("a break", KEYS)
        .map(
            fields -> {
              fields.required("period").ifPresent(this::check);
              return new Break(
                  fields.optional("period").flatMap(Item::text).orElse(""),
                  Texts.required(fields, "reason", scope),
                  fields.bool("linked", false));
            });
  }

  private void check(Item item) {
    if (schedule.onEvent()) {
      item.fault("the periods of ON_EVENT have no order that could break");
      return;
    }
    Optional<ReportingPeriod> period = Dates.period(item);
    if (period.isEmpty()) {
      return;
    }
    if (schedule.frequency().filter(each -> each != period.get().frequency()).isPresent()) {
      item.fault(
          "`"
              + period.get()
              + "` is no period in which the indicator reports ("
              + schedule.frequency().get()
              + "); name the first one after the break");
    }
    if (last.filter(before -> !period.get().start().isAfter(before.start())).isPresent()) {
      item.fault("breaks must be in order; " + period.get() + " follows on " + last.get());
    }
    last = period;
  }
}
