package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Target.Point;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads the dated points of a path, each on the last day of a due period, in their order. */
final class PathReader {

  private static final Set<String> KEYS = Remarks.and("period", "value", "low", "high", "assumed");

  private final Scope scope;
  private final Schedule schedule;
  private final Optional<Polarity> polarity;

  PathReader(Scope scope, Schedule schedule, Optional<Polarity> polarity) {
    this.scope = scope;
    this.schedule = schedule;
    this.polarity = polarity;
  }

  List<Point> read(Item place, Fields target) {
    List<Item> items = target.optional("path").map(Item::list).orElse(List.of());
    if (items.isEmpty()) {
      place.fault("`path` needs at least one point");
    }
    List<Point> points = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (Item item : items) {
      Optional<Fields> fields = item.fields("a point of `path`", KEYS);
      Optional<Item> period = fields.flatMap(point -> point.required("period"));
      Optional<LocalDate> day = period.flatMap(Dates::period).map(ReportingPeriod::end);
      if (day.isPresent() && !day.get().isAfter(last)) {
        item.fault(
            "the points of `path` must be in order, each on a later day; this one ends on "
                + day.get()
                + ", the one before on "
                + last);
      }
      last = day.orElse(last);
      if (period.isPresent() && day.isPresent()) {
        checkDue(period.get(), day.get());
      }
      fields.map(this::point).ifPresent(points::add);
    }
    return List.copyOf(points);
  }

  private Point point(Fields fields) {
    Remarks remarks = Remarks.of(fields, scope);
    return new Point(
        fields.optional("period").flatMap(Item::text).orElse(""),
        new BoundsReader(polarity).read(fields),
        fields.bool("assumed", false),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  // Weeks are excepted: a point is judged on the last one that ends by it.
  private void checkDue(Item place, LocalDate day) {
    Optional<Frequency> calendar = schedule.frequency().filter(each -> each != Frequency.WEEK);
    if (calendar.isEmpty()
        || day.isBefore(schedule.firstDue(calendar.get()).start())
        || schedule.dueEndsOn(calendar.get(), day)) {
      return;
    }
    place.fault(
        "no due period of the indicator ends on "
            + day
            + ", the last day of this point, so that it could not be judged; the next one ends on "
            + schedule.nextDueEnd(calendar.get(), day));
  }
}
