package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code target} of an indicator or of a change. */
final class TargetReader {

  private static final Set<String> KEYS =
      Remarks.and("everyPeriod", "path", "interpolate", "after", "forEach", "perCell");
  private static final Set<String> EVERY_PERIOD = Remarks.and("value", "low", "high", "per");
  private static final Map<String, Boolean> ROSTER = Map.of("roster", true);

  private final Scope scope;
  private final Schedule schedule;
  private final Optional<Polarity> polarity;

  TargetReader(Scope scope, Schedule schedule, Optional<Polarity> polarity) {
    this.scope = scope;
    this.schedule = schedule;
    this.polarity = polarity;
  }

  Optional<Target> read(Item item) {
    if (item.isScalar()) {
      return item.choice(Map.of("none", new Target.None()));
    }
    if (polarity.filter(of -> of == Polarity.NONE).isPresent()) {
      item.fault("polarity NONE says that nothing is better; write `target: none`");
      return Optional.empty();
    }
    return item.fields("`target`", KEYS).flatMap(this::read);
  }

  private Optional<Target> read(Fields fields) {
    boolean quota = fields.has("everyPeriod");
    if (quota == fields.has("path")) {
      fields.fault("`target` is `none`, or has exactly one of `everyPeriod` and `path`");
      return Optional.empty();
    }
    boolean forEach =
        fields
            .optional("forEach")
            .flatMap(item -> item.fields("`forEach`", Set.of("subjects")))
            .flatMap(each -> each.required("subjects"))
            .flatMap(item -> item.choice(ROSTER))
            .orElse(false);
    if (forEach && schedule.onEvent()) {
      fields.at("forEach").fault("`forEach` can't be with ON_EVENT: each period has one subject");
    }
    return quota ? everyPeriod(fields, forEach) : path(fields, forEach);
  }

  private Optional<Target> everyPeriod(Fields fields, boolean forEach) {
    for (String key : new String[] {"interpolate", "after"}) {
      if (fields.has(key)) {
        fields.at(key).fault("`" + key + "` is for a `path`, not for `everyPeriod`");
      }
    }
    Optional<Fields> quota =
        fields.optional("everyPeriod").flatMap(item -> item.fields("`everyPeriod`", EVERY_PERIOD));
    if (quota.isEmpty()) {
      return Optional.empty();
    }
    Optional<Frequency> per =
        quota.get().optional("per").flatMap(item -> item.choice(Words.FREQUENCIES));
    per.ifPresent(frequency -> checkPer(frequency, quota.get().at("per")));
    Remarks remarks = Remarks.of(quota.get(), scope).within(Remarks.of(fields, scope));
    return Optional.of(
        new Target.EveryPeriod(
            new BoundsReader(polarity).read(quota.get()),
            per.orElse(null),
            forEach,
            fields.bool("perCell", false),
            remarks.illustrative(),
            remarks.source(),
            remarks.note()));
  }

  private void checkPer(Frequency per, Item place) {
    if (schedule.onEvent()) {
      place.fault("`per` can't be with ON_EVENT: its periods follow no calendar");
      return;
    }
    schedule
        .frequency()
        .ifPresent(
            reporting -> {
              if (reporting.isCoarserThan(per)) {
                place.fault("`per` " + per + " is finer than the indicator reports: " + reporting);
              }
            });
  }

  private Optional<Target> path(Fields fields, boolean forEach) {
    if (schedule.onEvent()) {
      fields.at("path").fault("a `path` has dates, and the periods of ON_EVENT follow no calendar");
    }
    List<Target.Point> points =
        new PathReader(scope, schedule, polarity).read(fields.at("path"), fields);
    Remarks remarks = Remarks.of(fields, scope);
    return Optional.of(
        new Target.Path(
            points,
            fields.choice("interpolate", Words.INTERPOLATE, Interpolate.NONE),
            fields.choice("after", Words.AFTER, After.HOLD),
            forEach,
            fields.bool("perCell", false),
            remarks.illustrative(),
            remarks.source(),
            remarks.note()));
  }
}
