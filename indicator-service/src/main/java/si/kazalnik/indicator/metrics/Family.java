package si.kazalnik.indicator.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The series of one gauge, at one scrape. */
final class Family {

  private final String name;
  private final String help;
  private final List<GaugeDataPointSnapshot> points = new ArrayList<>();

  Family(String name, String help) {
    this.name = name;
    this.help = help;
  }

  void add(Labels labels, double value) {
    points.add(GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  /** What is not there has no series. */
  void add(Labels labels, @Nullable BigDecimal value) {
    if (value != null) {
      add(labels, value.doubleValue());
    }
  }

  /** One series for each state, 1 for the present one and 0 for the others. */
  <S extends Enum<S>> void addStates(String indicator, S[] all, S present) {
    for (S each : all) {
      add(Labels.of("indicator", indicator, "state", each.name()), each == present ? 1 : 0);
    }
  }

  GaugeSnapshot snapshot() {
    GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
    points.forEach(builder::dataPoint);
    return builder.build();
  }
}
