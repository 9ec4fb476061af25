package si.kazalnik.indicator.catalogue.form;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.yaml.Fields;

/** What an input's keys mean for one another, for its series and for its indicator. */
final class InputRules {

  private static final Set<Aggregate> SUMS =
      EnumSet.of(Aggregate.SUM, Aggregate.COUNT, Aggregate.DISTINCT);
  private static final Set<Aggregate> WITHOUT_NUMBER =
      EnumSet.of(Aggregate.COUNT, Aggregate.EXISTS);
  private static final Set<Polarity> SILENCE_IS_GREEN =
      EnumSet.of(Polarity.LOWER, Polarity.IN_RANGE);

  private final Fields fields;
  private final Schedule schedule;
  private final Optional<Polarity> polarity;

  InputRules(Fields fields, Schedule schedule, Optional<Polarity> polarity) {
    this.fields = fields;
    this.schedule = schedule;
    this.polarity = polarity;
  }

  void check(Aggregate aggregate, Window window) {
    if (aggregate == Aggregate.EXISTS && polarity.filter(SILENCE_IS_GREEN::contains).isPresent()) {
      fields
          .at("aggregate")
          .fault(
              "EXISTS can't be with polarity "
                  + polarity.get()
                  + ": silence would count as success");
    }
    if (fields.optional("whenEmpty").flatMap(w -> w.text()).filter("ZERO"::equals).isPresent()
        && !SUMS.contains(aggregate)) {
      fields
          .at("whenEmpty")
          .fault("`whenEmpty: ZERO` is for SUM, COUNT and DISTINCT, not for " + aggregate);
    }
    if (fields.has("across") && aggregate != Aggregate.LAST) {
      fields.at("across").fault("`across` is for LAST, not for " + aggregate);
    }
    if (fields.has("carryForward")
        && (aggregate != Aggregate.LAST || window != Window.PERIOD || schedule.onEvent())) {
      fields
          .at("carryForward")
          .fault("`carryForward` is for LAST with `window: PERIOD` in a calendar's periods");
    }
    if (fields.has("window") && schedule.onEvent()) {
      fields
          .at("window")
          .fault("`window` can't be with ON_EVENT: the measurements of the event's subject count");
    }
  }

  void check(Series series, Optional<Aggregate> aggregate) {
    Frequency period = series.period();
    if (period != null && schedule.frequency().filter(period::isCoarserThan).isPresent()) {
      fields
          .at("series")
          .fault(
              "`"
                  + series.id()
                  + "` is fed by whole periods ("
                  + period
                  + "), coarser than the indicator reports ("
                  + schedule.frequency().get()
                  + ")");
    }
    if (!series.hasValue() && aggregate.filter(a -> !WITHOUT_NUMBER.contains(a)).isPresent()) {
      fields
          .at("aggregate")
          .fault(
              "`"
                  + series.id()
                  + "` has `value: NONE`, so that only COUNT and EXISTS may use it, not "
                  + aggregate.get());
    }
  }
}
