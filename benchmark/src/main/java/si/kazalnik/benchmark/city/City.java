package si.kazalnik.benchmark.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The invented city of the benchmark.
 *
 * @param idle indicators beside its ten, on a series of which no event comes
 * @param from first year of its strategy
 * @param series beside its two busy ones; events come of each, no indicator uses them
 * @param places values of a further dimension of the applications; 0 for no such dimension
 */
public record City(int idle, int from, int series, int places) {

  private static final String SERIES = "# further series";
  private static final String DIMENSION = "# further dimension";

  /** In which events lie that come now. */
  public static int thisYear() {
    return Year.now(ZoneId.of("Europe/Ljubljana")).getValue();
  }

  /** Ten indicators, two years. */
  public static City smallest() {
    return new City(0, thisYear() - 1, 0, 0);
  }

  /** Its catalogue. */
  public String yaml() throws IOException {
    return yaml("", "");
  }

  /** Its catalogue with further series and indicators, in YAML. */
  public String yaml(String moreSeries, String moreIndicators) throws IOException {
    String yaml =
        small()
            .replace(SERIES + "\n", SERIES + "\n" + moreSeries)
            .replace("from: 2025-01-01", "from: " + from + "-01-01")
            .replace("to: 2028-12-31", "to: " + (thisYear() + 2) + "-12-31")
            .replace(SERIES, furtherSeries())
            .replace(DIMENSION, furtherDimension());
    return yaml + idleIndicators() + moreIndicators;
  }

  /** Its catalogue after the definition of one indicator, which events touch, has changed. */
  public String changedYaml() throws IOException {
    return yaml()
        .replace(
            "aggregate: MAX}}, reporting: {frequency: QUARTER}, target: none}",
            "aggregate: MAX}}, reporting: {frequency: QUARTER}, target: none, changes: [{validFrom: "
                + from
                + "-01-01, reason: {sl: a, en: a}, inputs: {a: {series: replies, aggregate:"
                + " MIN}}}]}");
  }

  private static String small() throws IOException {
    try (InputStream small = City.class.getResourceAsStream("/benchmark-catalogue.yaml")) {
      if (small == null) {
        throw new IOException("benchmark-catalogue.yaml is not on the class path");
      }
      return new String(small.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String furtherSeries() {
    return IntStream.range(0, series)
        .mapToObj(n -> "- {id: s-" + n + ", provider: bench, title: {sl: s, en: s}, unit: h}")
        .collect(Collectors.joining("\n  "));
  }

  private String furtherDimension() {
    return places == 0
        ? ""
        : "place: {title: {sl: Kraj, en: Place}, values: ["
            + IntStream.range(0, places).mapToObj(n -> "p" + n).collect(Collectors.joining(", "))
            + "]}";
  }

  private String idleIndicators() {
    return IntStream.range(0, idle)
        .mapToObj(
            n ->
                String.format(
                    Locale.ROOT,
                    "  - {id: idle-%d, title: {sl: a, en: a}, measures: [measure], owner: office,"
                        + " unit: applications, polarity: HIGHER, inputs: {a: {series: idle,"
                        + " aggregate: SUM}}, reporting: {frequency: YEAR},"
                        + " target: {everyPeriod: {value: 10}}}%n",
                    n))
        .collect(Collectors.joining());
  }
}
