package si.kazalnik.indicator.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus would read from a scrape in text form. */
public final class Scrape {

  private static final Pattern SERIES =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z0-9_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<Series> all = new ArrayList<>();

  /** One series. */
  public record Series(String name, Map<String, String> labels, double value) {}

  public Scrape(String text) {
    for (String line : text.split("\n", -1)) {
      Matcher series = SERIES.matcher(line);
      if (!line.startsWith("#") && series.matches()) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(series.group(2) == null ? "" : series.group(2));
        while (label.find()) {
          labels.put(label.group(1), label.group(2));
        }
        all.add(new Series(series.group(1), labels, Double.parseDouble(series.group(3))));
      }
    }
  }

  /** The series of a metric that bear these labels, {@code name, value, name, value, …}. */
  public List<Series> series(String name, String... labels) {
    return all.stream()
        .filter(each -> each.name().equals(name))
        .filter(
            each -> {
              boolean bears = true;
              for (int i = 0; i < labels.length; i += 2) {
                bears &= labels[i + 1].equals(each.labels().get(labels[i]));
              }
              return bears;
            })
        .toList();
  }

  /** The value of the one series that bears these labels; empty where there is none. */
  public OptionalDouble value(String name, String... labels) {
    List<Series> found = series(name, labels);
    if (found.size() > 1) {
      throw new AssertionError("several: " + found);
    }
    return found.stream().mapToDouble(Series::value).findFirst();
  }
}
