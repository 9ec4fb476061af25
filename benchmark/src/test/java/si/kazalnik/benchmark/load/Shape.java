package si.kazalnik.benchmark.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series of the generated catalogue, as the generator of events must know it. */
record Shape(
    String id,
    String provider,
    @Nullable String unit,
    boolean numeric,
    @Nullable String period,
    boolean signed,
    boolean channels,
    boolean keyed,
    String yaml) {

  static final List<Shape> ALL =
      List.of(
          new Shape(
              "apps.count",
              "alpha",
              "applications",
              true,
              null,
              false,
              true,
              false,
              "range: {min: 0, max: 100000}, dimensions: {channel: {values: [digital, paper,"
                  + " kiosk]}, district: {values: [Center, Šiška], required: false}}"),
          new Shape("temps", "alpha", "degrees", true, null, true, false, false, ""),
          new Shape(
              "monthly", "alpha", "items", true, "MONTH", false, false, false, "range: {min: 0}"),
          new Shape("openings", "alpha", null, false, null, false, false, false, ""),
          new Shape("yearly", "beta", "items", true, "YEAR", true, false, false, ""),
          new Shape("reports", "beta", null, false, "YEAR", false, false, false, ""),
          new Shape(
              "visits",
              "beta",
              "people",
              true,
              null,
              false,
              false,
              true,
              "range: {min: 0}, keep: [distinct], acceptFor: {days: 500}"),
          new Shape("notes", "beta", "items", true, null, true, false, false, ""),
          new Shape("later", "beta", "items", true, null, false, false, false, "range: {min: 0}"));

  static Shape named(String id) {
    return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  String entry() {
    StringBuilder text = new StringBuilder();
    text.append("  - {id: ").append(id).append(", provider: ").append(provider);
    text.append(", title: {sl: ").append(id).append(", en: ").append(id).append("}");
    if (unit != null) {
      text.append(", unit: ").append(unit);
    }
    if (!numeric) {
      text.append(", value: NONE");
    }
    if (period != null) {
      text.append(", period: ").append(period);
    }
    if (!yaml.isEmpty()) {
      text.append(", ").append(yaml);
    }
    return text.append("}\n").toString();
  }

  /** Whether it comes with the edit of the catalogue; before, its events are refused. */
  boolean later() {
    return id.equals("later");
  }

  boolean fits(String frequency) {
    return period == null
        || frequency.equals("YEAR")
        || (period.equals("MONTH") && !frequency.equals("DAY"));
  }
}
