package si.kazalnik.benchmark.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All rounds of several kinds that were measured in turns, and one of them as the measure. */
public final class Rounds {
  private final String measure;
  private final Map<String, String> measures = new HashMap<>();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  /** With the kind to which the others are compared. */
  public Rounds(String measure) {
    this.measure = measure;
  }

  /** One kind is compared to another than the others are. */
  public void compare(String kind, String other) {
    measures.put(kind, other);
  }

  private String measureOf(String kind) {
    return measures.getOrDefault(kind, measure);
  }

  /** One more round of its kind. */
  public void add(Sample sample) {
    samples.computeIfAbsent(sample.kind(), none -> new ArrayList<>()).add(sample);
    System.out.printf(
        Locale.ROOT,
        "  %-46s %,10.0f events/s %,8.1f ms/1,000%n",
        sample.kind(),
        sample.rate(),
        sample.processorMillis());
  }

  /** Events a second, the median. */
  public double rate(String kind) {
    return median(kind, Sample::rate);
  }

  /** Processor milliseconds for 1,000 events, the median. */
  public double processorMillis(String kind) {
    return median(kind, Sample::processorMillis);
  }

  private double median(String kind, ToDoubleFunction<Sample> value) {
    return Median.of(of(kind).stream().map(value::applyAsDouble).toList());
  }

  private List<Sample> of(String kind) {
    return samples.getOrDefault(kind, List.of());
  }

  /** Rate to the rate of what it is compared to. */
  public double ratio(String kind) {
    return ratio(kind, measureOf(kind));
  }

  /** Rate to the rate of another kind: the median of the ratios within each round. */
  public double ratio(String kind, String other) {
    return pairs(kind, other, Sample::rate);
  }

  /** The same of the processor time. */
  public double processorRatio(String kind, String other) {
    return pairs(kind, other, Sample::processorMillis);
  }

  // What slowed a round on a shared machine slowed both.
  private double pairs(String kind, String other, ToDoubleFunction<Sample> value) {
    List<Sample> ours = of(kind);
    List<Sample> theirs = of(other);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
      ratios.add(value.applyAsDouble(ours.get(round)) / value.applyAsDouble(theirs.get(round)));
    }
    return Median.of(ratios);
  }

  /** As a table. */
  public String markdown() {
    String base = measures.isEmpty() ? measure : "its own";
    StringBuilder text =
        new StringBuilder(
            String.format(
                "| what | events/s (median) | least to most | ÷ %s | processor ms for 1,000 events |"
                    + " ÷ %s | broker's | database's |%n|---|--:|--:|--:|--:|--:|--:|--:|%n",
                base, base));
    samples.forEach(
        (kind, all) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f to %,.0f | %.2f | %.1f | %.2f | %.1f | %.1f |%n",
                    kind,
                    rate(kind),
                    all.stream().mapToDouble(Sample::rate).min().orElse(0),
                    all.stream().mapToDouble(Sample::rate).max().orElse(0),
                    ratio(kind),
                    processorMillis(kind),
                    processorRatio(kind, measureOf(kind)),
                    median(kind, each -> each.processorMillis("broker")),
                    median(kind, each -> each.processorMillis("database")))));
    return text.toString();
  }

  /** Every round, for JSON. */
  public Map<String, List<Sample>> all() {
    return samples;
  }
}
