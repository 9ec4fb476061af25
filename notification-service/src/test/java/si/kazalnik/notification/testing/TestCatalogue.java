package si.kazalnik.notification.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Reporting;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.contract.catalogue.Target;

/** A city with a path, a quota and a deliverable. */
public final class TestCatalogue {

  public static final String OFFICE = "strategy-office";
  public static final String DIGITALISATION = "digitalisation";
  public static final String ECONOMY = "economy-office";

  public static final String SHARE = "digital-applications-share";
  public static final String REFURBISHED = "refurbished-units";
  public static final String LAB = "living-lab";

  private TestCatalogue() {}

  /** Owners write Slovene, but for the economy department. */
  public static Catalogue lipa() {
    return catalogue(false);
  }

  /** The same with an illustrative target of the share. */
  public static Catalogue illustrative() {
    return catalogue(true);
  }

  /** After an edit that judges nothing any more. */
  public static Catalogue unjudged() {
    Catalogue of = catalogue(false);
    return new Catalogue(
        "v2",
        of.strategy(),
        of.owners(),
        of.providers(),
        of.series(),
        of.indicators().stream().map(TestCatalogue::unjudged).toList(),
        of.projects());
  }

  private static Indicator unjudged(Indicator of) {
    return new Indicator(
        of.id(),
        of.title(),
        of.description(),
        of.measures(),
        of.owner(),
        of.unit(),
        of.decimals(),
        Indicator.Polarity.NONE,
        of.inputs(),
        of.formula(),
        of.reporting(),
        of.disaggregateBy(),
        of.smallestCell(),
        of.metricCells(),
        of.baseline(),
        new Target.None(),
        of.tolerance(),
        of.consecutive(),
        of.alertAtRisk(),
        of.remindBefore(),
        of.references(),
        of.changes(),
        of.breaks(),
        of.illustrative(),
        of.source(),
        of.note());
  }

  private static Catalogue catalogue(boolean illustrative) {
    return new Catalogue(
        illustrative ? "illustrative" : "v1",
        strategy(),
        List.of(
            owner(OFFICE, "Služba za strategijo", "Strategy office", "sl"),
            owner(DIGITALISATION, "Služba za digitalizacijo", "Digitalisation service", "sl"),
            owner(ECONOMY, "Oddelek za gospodarstvo", "Economy department", "en")),
        List.of(
            provider("jhl-it", "JHL informatika", "JHL informatics", DIGITALISATION),
            provider("ngo", "Nevladne organizacije", "NGOs", OFFICE)),
        List.of(
            series("e-services.applications", "jhl-it", "Oddane vloge", "Submitted applications"),
            series("refurbished.units", "ngo", "Obnovljene naprave", "Refurbished devices"),
            series("living-lab.opened", "ngo", "Odprtje laboratorija", "Opening of the lab")),
        List.of(share(illustrative), refurbished(), lab()),
        List.of());
  }

  private static Strategy strategy() {
    return new Strategy(
        "lipa-2024",
        Map.of("sl", "Digitalna strategija mesta Lipa", "en", "Digital strategy of Lipa"),
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2028, 12, 31),
        ZoneId.of("Europe/Ljubljana"),
        "SI",
        List.of("sl", "en"),
        OFFICE,
        List.of(),
        false,
        null,
        Map.of());
  }

  private static Owner owner(String id, String sl, String en, String language) {
    return new Owner(id, Map.of("sl", sl, "en", en), language, null, false, null, Map.of());
  }

  private static Provider provider(String id, String sl, String en, String contact) {
    return new Provider(
        id,
        Map.of("sl", sl, "en", en),
        List.of("urn:lipa:provider:" + id),
        contact,
        new Provider.Csv("UTF-8", ",", "."),
        false,
        null,
        Map.of());
  }

  private static Series series(String id, String provider, String sl, String en) {
    return new Series(
        id,
        provider,
        Map.of("sl", sl, "en", en),
        null,
        true,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Set.of(),
        null,
        false,
        null,
        Map.of());
  }

  private static Indicator share(boolean illustrative) {
    List<Target.Point> points =
        List.of(point("2025", "40", illustrative), point("2026", "48", illustrative));
    return indicator(
        SHARE,
        Map.of("sl", "Delež digitalno oddanih vlog", "en", "Share of applications filed online"),
        DIGITALISATION,
        "percent",
        1,
        input("all", "e-services.applications", Input.Aggregate.SUM),
        Frequency.MONTH,
        path(points, Target.Interpolate.LINEAR));
  }

  private static Indicator refurbished() {
    return indicator(
        REFURBISHED,
        Map.of("sl", "Obnovljene naprave", "en", "Refurbished devices"),
        ECONOMY,
        "devices",
        0,
        input("units", "refurbished.units", Input.Aggregate.SUM),
        Frequency.YEAR,
        new Target.EveryPeriod(
            Bounds.of(BigDecimal.valueOf(100)), null, false, false, false, null, Map.of()));
  }

  private static Indicator lab() {
    return indicator(
        LAB,
        Map.of("sl", "Živi laboratorij deluje", "en", "A living lab works"),
        DIGITALISATION,
        "labs",
        0,
        input("lab", "living-lab.opened", Input.Aggregate.EXISTS),
        Frequency.YEAR,
        path(List.of(point("2025", "1", false)), Target.Interpolate.NONE));
  }

  private static Target.Path path(List<Target.Point> points, Target.Interpolate interpolate) {
    return new Target.Path(
        points, interpolate, Target.After.HOLD, false, false, false, null, Map.of());
  }

  private static Target.Point point(String period, String value, boolean illustrative) {
    return new Target.Point(
        period, Bounds.of(new BigDecimal(value)), false, illustrative, null, Map.of());
  }

  private static Input input(String name, String series, Input.Aggregate aggregate) {
    return new Input(
        name,
        series,
        aggregate,
        null,
        Map.of(),
        Input.Window.PERIOD,
        0,
        false,
        Input.Across.SUM,
        0,
        1);
  }

  private static Indicator indicator(
      String id,
      Map<String, String> title,
      String owner,
      String unit,
      int decimals,
      Input input,
      @Nullable Frequency frequency,
      Target target) {
    return new Indicator(
        id,
        title,
        Map.of(),
        List.of(),
        owner,
        unit,
        decimals,
        Indicator.Polarity.HIGHER,
        List.of(input),
        null,
        new Reporting(
            frequency,
            LocalDate.of(2024, 1, 1),
            Reporting.Only.ALL,
            null,
            Period.ofDays(15),
            false),
        null,
        null,
        false,
        null,
        target,
        new Indicator.Tolerance(BigDecimal.valueOf(5), true),
        1,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        false,
        null,
        Map.of());
  }
}
