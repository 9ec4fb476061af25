package si.kazalnik.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.catalogue.CatalogueTopic.Past;

/** Whether a catalogue can follow those before it: some things never change. */
public final class Succession {

  private Succession() {}

  /** What speaks against it; nothing where it can be published. */
  static List<String> reasonsAgainst(Catalogue catalogue, Past past, int bytes) {
    List<String> reasons = new ArrayList<>();
    if (bytes > Topics.CATALOGUE_MAX_BYTES) {
      reasons.add("the catalogue is larger than 16 MiB as JSON: " + bytes + " bytes");
    }
    past.newest()
        .map(CataloguePublication::catalogue)
        .map(Catalogue::strategy)
        .ifPresent(before -> compare(before, catalogue.strategy(), reasons));
    compare(past.everySeries(), catalogue, reasons);
    return reasons;
  }

  /**
   * What speaks against a catalogue, as far as the one in force knows: publishing looks at series
   * that were left out since, too.
   */
  public static List<String> reasonsAgainst(Catalogue catalogue, Catalogue inForce) {
    List<String> reasons = new ArrayList<>();
    compare(inForce.strategy(), catalogue.strategy(), reasons);
    compare(
        inForce.series().stream()
            .collect(Collectors.toMap(Series::id, Function.identity(), (a, b) -> b)),
        catalogue,
        reasons);
    return reasons;
  }

  private static void compare(
      Map<String, Series> known, Catalogue catalogue, List<String> reasons) {
    for (Series series : catalogue.series()) {
      Series before = known.get(series.id());
      if (before != null) {
        compare(before, series, reasons);
      }
    }
  }

  private static void compare(Strategy before, Strategy now, List<String> reasons) {
    if (!before.id().equals(now.id())) {
      reasons.add(
          "the strategy's id is `"
              + now.id()
              + "`, but what is measured here belongs to `"
              + before.id()
              + "`; another strategy needs topics of its own (kazalnik.topics.prefix) or fresh data");
    }
    if (!before.timeZone().equals(now.timeZone())) {
      reasons.add(
          "`timeZone` is "
              + now.timeZone()
              + ", but days have been counted in "
              + before.timeZone()
              + "; it never changes");
    }
  }

  private static void compare(Series before, Series now, List<String> reasons) {
    if (before.hasValue() != now.hasValue()) {
      reasons.add(
          "the series `"
              + now.id()
              + "` was measured "
              + (before.hasValue() ? "with" : "without")
              + " a number before; what is another thing needs another id");
    }
    if (!Objects.equals(before.period(), now.period())) {
      reasons.add(
          "the series `"
              + now.id()
              + "` was fed by "
              + (before.period() == null ? "moments" : "periods of " + before.period())
              + " before; what is another thing needs another id");
    }
  }
}
