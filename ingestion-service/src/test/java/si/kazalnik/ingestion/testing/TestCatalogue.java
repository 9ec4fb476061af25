package si.kazalnik.ingestion.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;

/** The providers and series of the small invented city. */
public final class TestCatalogue {

  public static final String SOURCE = "urn:lipa:provider:jhl-it";

  private TestCatalogue() {}

  public static Catalogue lipa(Provider... more) {
    List<Provider> providers = new ArrayList<>(List.of(provider("jhl-it"), provider("ngo")));
    providers.addAll(List.of(more));
    return new Catalogue(
        "v" + providers.size(),
        new Strategy(
            "lipa-2024",
            Map.of(),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2028, 12, 31),
            ZoneId.of("Europe/Ljubljana"),
            "SI",
            List.of("sl", "en"),
            "strategy-office",
            List.of(),
            false,
            null,
            Map.of()),
        List.of(),
        providers,
        series(),
        List.of(),
        List.of());
  }

  public static CataloguePublication publication(long sequence, Catalogue catalogue) {
    return new CataloguePublication(
        CataloguePublication.SCHEMA,
        sequence,
        Instant.EPOCH,
        CataloguePublication.Origin.FOLDER,
        catalogue);
  }

  public static Provider provider(String id) {
    return new Provider(
        id,
        Map.of(),
        List.of("urn:lipa:provider:" + id),
        "strategy-office",
        new Provider.Csv("UTF-8", ",", "."),
        false,
        null,
        Map.of());
  }

  private static List<Series> series() {
    return List.of(
        new Builder("e-services.applications")
            .unit("applications")
            .range(0, 100_000)
            .dimension("channel", true, "digital", "paper", "kiosk")
            .dimension("district", false, "Center", "Šiška", "Bežigrad")
            .build(),
        new Builder("e-services.reply-days").unit("days").acceptFor(Period.ofYears(3)).build(),
        new Builder("advisers.count")
            .unit("persons")
            .roster("finance", "culture", "environment")
            .build(),
        new Builder("refurbished.units").provider("ngo").unit("devices").build(),
        new Builder("surveys.published").noValue().build(),
        new Builder("surveys.reported").noValue().period(Frequency.YEAR).build(),
        new Builder("coverage")
            .unit("percent")
            .period(Frequency.MONTH)
            .acceptFor(Period.ofMonths(6))
            .build(),
        new Builder("platform.users").unit("persons").keep(Series.Keep.DISTINCT).build(),
        new Builder("library.visits")
            .unit("visits")
            .range(0, 1000)
            .dimension("branch", true, "center", "north")
            .dimension("kind", false, "loan", "event")
            .roster("culture", "sport")
            .keep(Series.Keep.DISTINCT)
            .acceptFor(Period.ofYears(1))
            .build());
  }

  private static final class Builder {
    private final String id;
    private final List<Series.Dimension> dimensions = new ArrayList<>();
    private String provider = "jhl-it";
    private @Nullable String unit;
    private boolean hasValue = true;
    private @Nullable Frequency period;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private List<String> roster = List.of();
    private Set<Series.Keep> keep = Set.of();
    private @Nullable Period acceptFor;

    Builder(String id) {
      this.id = id;
    }

    Builder provider(String value) {
      provider = value;
      return this;
    }

    Builder unit(String value) {
      unit = value;
      return this;
    }

    Builder noValue() {
      hasValue = false;
      return this;
    }

    Builder period(Frequency value) {
      period = value;
      return this;
    }

    Builder range(int least, int most) {
      min = BigDecimal.valueOf(least);
      max = BigDecimal.valueOf(most);
      return this;
    }

    Builder roster(String... subjects) {
      roster = List.of(subjects);
      return this;
    }

    Builder keep(Series.Keep value) {
      keep = Set.of(value);
      return this;
    }

    Builder acceptFor(Period value) {
      acceptFor = value;
      return this;
    }

    Builder dimension(String name, boolean required, String... values) {
      dimensions.add(
          new Series.Dimension(name, Map.of(), List.of(values), required, false, null, Map.of()));
      return this;
    }

    Series build() {
      return new Series(
          id,
          provider,
          Map.of(),
          unit,
          hasValue,
          period,
          min,
          max,
          dimensions,
          roster,
          keep,
          acceptFor,
          false,
          null,
          Map.of());
    }
  }
}
