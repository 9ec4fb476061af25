package si.kazalnik.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The invented city of the benchmark.
 *
 * @param idle indicators beside its ten, on a series of which no event comes
 * @param from first year of its strategy
 */
record City(int idle, int from) {

  /** Ten indicators, two years. */
  static final City SMALL = new City(0, 2025);

  /** Its catalogue. */
  String yaml() throws IOException {
    try (InputStream small = City.class.getResourceAsStream("/benchmark-catalogue.yaml")) {
      if (small == null) {
        throw new IOException("benchmark-catalogue.yaml is not on the class path");
      }
      StringBuilder yaml =
          new StringBuilder(
              new String(small.readAllBytes(), StandardCharsets.UTF_8)
                  .replace("from: 2025-01-01", "from: " + from + "-01-01"));
      for (int n = 0; n < idle; n++) {
        yaml.append(
            String.format(
                Locale.ROOT,
                "  - {id: idle-%d, title: {sl: a, en: a}, measures: [measure], owner: office,"
                    + " unit: applications, polarity: HIGHER, inputs: {a: {series: idle,"
                    + " aggregate: SUM}}, reporting: {frequency: YEAR},"
                    + " target: {everyPeriod: {value: 10}}}%n",
                n));
      }
      return yaml.toString();
    }
  }
}
