package si.kazalnik.indicator.topology;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.deviation.TupleHistory;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;

/** What was published, as deviations look at it. */
final class Histories {

  private final PublishedBook published;
  private final EventBook events;

  Histories(PublishedBook published, EventBook events) {
    this.published = published;
    this.events = events;
  }

  TupleHistory of(IndicatorRules rules, Map<String, String> dimensions) {
    return new Tuple(rules, dimensions);
  }

  /** The period of that key, or null where it is no longer there. */
  @Nullable IndicatorValue at(Bytes key) {
    PublishedPeriod period = published.get(key);
    return period == null ? null : period.last();
  }

  private final class Tuple implements TupleHistory {
    private final String indicator;
    private final Map<String, String> dimensions;
    private final boolean ofEvents;
    private final IndicatorRules rules;

    Tuple(IndicatorRules rules, Map<String, String> dimensions) {
      this.rules = rules;
      this.indicator = rules.indicator().id();
      this.dimensions = dimensions;
      this.ofEvents = rules.events().isPresent();
    }

    @Override
    public Map<String, String> dimensions() {
      return dimensions;
    }

    @Override
    public List<IndicatorValue> latestFirst(Predicate<? super IndicatorValue> last) {
      return ofCalendar(published.latestFirst(indicator, dimensions, null, ofCalendar(last)));
    }

    @Override
    public List<IndicatorValue> earlier(
        IndicatorValue than, Predicate<? super IndicatorValue> last) {
      return ofCalendar(published.latestFirst(indicator, dimensions, key(than), ofCalendar(last)));
    }

    @Override
    public List<IndicatorValue> later(IndicatorValue than, Predicate<? super IndicatorValue> last) {
      return ofCalendar(
          published.earliestFirst(indicator, dimensions, key(than), ofCalendar(last)));
    }

    private Predicate<IndicatorValue> ofCalendar(Predicate<? super IndicatorValue> last) {
      return value -> rules.isOfCalendar(value) && last.test(value);
    }

    private List<IndicatorValue> ofCalendar(List<IndicatorValue> found) {
      return found.stream().filter(rules::isOfCalendar).toList();
    }

    private Bytes key(IndicatorValue value) {
      return ofEvents ? EventBook.key(value) : PublishedBook.key(value);
    }

    @Override
    public @Nullable IndicatorValue of(String period) {
      PublishedPeriod found =
          ofEvents
              ? events.get(indicator, dimensions, period)
              : ReportingPeriod.parse(period)
                  .map(
                      each ->
                          published.get(
                              PublishedBook.key(indicator, dimensions, each.end(), each.start())))
                  .orElse(null);
      return found == null ? null : found.last();
    }
  }
}
