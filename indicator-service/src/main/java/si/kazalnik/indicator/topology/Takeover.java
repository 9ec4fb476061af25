package si.kazalnik.indicator.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.domain.revision.PublishedPeriod;

/** Takes over, for one partition of stage two, what was published earlier. */
final class Takeover {

  private final TopologySettings settings;
  private final int partition;
  private final PublishedBook published;
  private final EventBook events;
  private final DeviationBook deviations;
  private final Publication publication;

  Takeover(
      TopologySettings settings,
      int partition,
      PublishedBook published,
      EventBook events,
      DeviationBook deviations,
      Publication publication) {
    this.settings = settings;
    this.partition = partition;
    this.published = published;
    this.events = events;
    this.deviations = deviations;
    this.publication = publication;
  }

  /** What is to be read; without anything published, nothing is waited for. */
  Optional<Seeding.Plan> plan() {
    Earlier earlier = settings.earlier();
    Map<Integer, Long> values = earlier.ends(settings.topics().indicatorValues()).orElse(null);
    Map<Integer, Long> told = earlier.ends(settings.topics().deviations()).orElse(null);
    if (values == null || told == null) {
      return Optional.empty();
    }
    List<Seeding.Place> places =
        Stream.of(
                Seeding.places(settings.topics().indicatorValues(), values),
                Seeding.places(settings.topics().deviations(), told))
            .flatMap(List::stream)
            .filter(each -> each.partition() == partition)
            .toList();
    if (places.isEmpty()) {
      return Optional.of(new Seeding.Plan(places, Map.of(), null));
    }
    Map<Integer, Long> control = earlier.ends(settings.topics().controlIndicators()).orElse(null);
    Map<Integer, Long> measurements = earlier.ends(settings.topics().measurements()).orElse(null);
    return control == null || measurements == null
        ? Optional.empty()
        : Optional.of(new Seeding.Plan(places, measurements, control.get(partition)));
  }

  /** Takes one record. */
  void take(String topic, String key, byte @Nullable [] value) {
    if (topic.equals(settings.topics().deviations())) {
      takeDeviation(key, value);
    } else if (value != null) {
      takeValue(ContractJson.read(value, IndicatorValue.class));
    }
  }

  private void takeValue(IndicatorValue value) {
    if (isOfCalendar(value)) {
      published.put(PublishedPeriod.of(published.get(PublishedBook.key(value)), value));
    } else {
      PublishedPeriod before = events.get(value.indicator(), value.dimensions(), value.period());
      events.put(PublishedPeriod.of(before, value));
    }
  }

  /** Whether the period is a calendar's and not an event's, which is named by its subject. */
  private static boolean isOfCalendar(IndicatorValue value) {
    return ReportingPeriod.parse(value.period())
        .filter(each -> each.start().equals(value.start()) && each.end().equals(value.end()))
        .isPresent();
  }

  private void takeDeviation(String id, byte @Nullable [] value) {
    if (value == null) {
      deviations.forget(id);
      return;
    }
    Deviation deviation = ContractJson.read(value, Deviation.class);
    if (deviation.indicator() != null) {
      deviations.takeOver(deviation.indicator(), deviation);
      // The catalogue that comes into force may no longer have the indicator.
      publication.changed(deviation.indicator());
    }
  }
}
