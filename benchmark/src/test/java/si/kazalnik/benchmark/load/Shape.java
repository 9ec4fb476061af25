package si.kazalnik.benchmark.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series of the generated catalogue, as the generator of events must know it.
 *
 * @param subjects of its roster, or those that its events name
 * @param roster whether they are expected to report
 */
record Shape(
    String id,
    String provider,
    @Nullable String unit,
    boolean numeric,
    @Nullable String period,
    boolean signed,
    boolean channels,
    boolean keyed,
    List<String> subjects,
    boolean roster,
    String yaml) {
  private static final List<String> SOME = List.of("one", "two", "tri š");
  private static final List<String> EVENTS = List.of("e1", "e2", "e3", "e4", "e5");

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
              SOME,
              false,
              "range: {min: 0, max: 100000}, dimensions: {channel: {values: [digital, paper,"
                  + " kiosk, phone, post]}, district: {values: [Center, Šiška], required: false}}"),
          numbers("temps", "alpha", null, SOME, "").withSigns("degrees"),
          numbers("monthly", "alpha", "MONTH", SOME, "range: {min: 0}"),
          bare("openings", "alpha", null, SOME, ""),
          numbers("yearly", "beta", "YEAR", SOME, "").withSigns("items"),
          bare("reports", "beta", "YEAR", SOME, ""),
          new Shape(
              "visits",
              "beta",
              "people",
              true,
              null,
              false,
              false,
              true,
              SOME,
              false,
              "range: {min: 0}, keep: [distinct], acceptFor: {days: 500}"),
          numbers("notes", "beta", null, SOME, "").withSigns("items"),
          numbers("later", "beta", null, SOME, "range: {min: 0}"),
          numbers("weekly", "alpha", "WEEK", SOME, "range: {min: 0}"),
          numbers("advisers", "alpha", null, List.of("finance", "culture", "env"), "").withRoster(),
          numbers("schools", "beta", "MONTH", List.of("north", "south"), "range: {min: 0}")
              .withRoster(),
          bare("audits", "beta", "YEAR", List.of("port", "bus"), "").withRoster(),
          new Shape(
              "wards",
              "alpha",
              "items",
              true,
              null,
              false,
              true,
              false,
              List.of("w1", "w2", "w3"),
              true,
              "range: {min: 0}, dimensions: {channel: {values: [digital, paper, kiosk, phone, post]}, district:"
                  + " {values: [Center, Šiška], required: false}}"),
          bare("plans", "beta", "YEAR", SOME, ""),
          bare("surveys", "alpha", null, EVENTS, ""),
          bare("analysed", "alpha", null, EVENTS, ""),
          numbers("scores", "beta", null, EVENTS, "range: {min: 0}"));

  private static Shape numbers(
      String id, String provider, @Nullable String period, List<String> subjects, String yaml) {
    return new Shape(
        id, provider, "items", true, period, false, false, false, subjects, false, yaml);
  }

  private static Shape bare(
      String id, String provider, @Nullable String period, List<String> subjects, String yaml) {
    return new Shape(id, provider, null, false, period, false, false, false, subjects, false, yaml);
  }

  private Shape withSigns(String of) {
    return new Shape(
        id, provider, of, numeric, period, true, channels, keyed, subjects, roster, yaml);
  }

  private Shape withRoster() {
    return new Shape(
        id, provider, unit, numeric, period, signed, channels, keyed, subjects, true, yaml);
  }

  static Shape named(String id) {
    return ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** The subjects that its events name, some of which an edit of the catalogue takes or brings. */
  List<String> reporting() {
    return id.equals("advisers") ? List.of("finance", "culture", "env", "housing") : subjects;
  }

  /** After the edit one roster has a subject more and another has one less. */
  private List<String> roster(boolean edited) {
    if (!edited) {
      return subjects;
    }
    return switch (id) {
      case "advisers" -> reporting();
      case "wards" -> subjects.subList(0, 2);
      default -> subjects;
    };
  }

  String entry(boolean edited) {
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
    if (roster) {
      text.append(", roster: [").append(String.join(", ", roster(edited))).append("]");
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

  /** Of which there are few events, so that the first one often comes late. */
  boolean rare() {
    return id.equals("plans");
  }

  boolean event() {
    return id.equals("surveys");
  }

  boolean ofEvents() {
    return subjects.equals(EVENTS);
  }

  boolean fits(String frequency) {
    if (period == null) {
      return true;
    }
    List<String> coarser =
        switch (period) {
          case "WEEK" -> List.of("WEEK", "MONTH", "QUARTER", "HALF_YEAR", "YEAR");
          case "MONTH" -> List.of("MONTH", "QUARTER", "HALF_YEAR", "YEAR");
          default -> List.of("YEAR");
        };
    return coarser.contains(frequency);
  }
}
