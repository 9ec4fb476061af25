package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** What a reader of one entry must know of the others. */
final class Scope {

  final Ids owners = new Ids("owner");
  final Ids providers = new Ids("provider");
  final Ids series = new Ids("series");
  final Ids indicators = new Ids("indicator");
  final Ids projects = new Ids("project");
  final Ids goals = new Ids("goal");
  final Ids objectives = new Ids("objective");
  final Ids measures = new Ids("measure");

  private final Map<String, Series> readSeries = new HashMap<>();
  private List<String> languages = List.of();
  private LocalDate start = LocalDate.EPOCH;

  List<String> languages() {
    return languages;
  }

  void languages(List<String> ofTheStrategy) {
    languages = ofTheStrategy;
  }

  /** The strategy's first day. */
  LocalDate start() {
    return start;
  }

  void start(LocalDate firstDay) {
    start = firstDay;
  }

  void read(Series one) {
    readSeries.put(one.id(), one);
  }

  /** The series of an input; empty where it could not be read. */
  Optional<Series> seriesOf(Input input) {
    return Optional.ofNullable(readSeries.get(input.series()));
  }

  /** The series that is referred to; a fault where there is none. */
  Optional<Series> seriesAt(Item item) {
    return series.reference(item).flatMap(id -> Optional.ofNullable(readSeries.get(id)));
  }
}
