package si.kazalnik.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a catalogue of random indicators of every computable kind, and a few that wait; and, from
 * the same seed, the same catalogue after somebody has edited it.
 */
public final class CatalogueGenerator {
  private static final String TEXT = "{sl: x, en: x}";

  private final long seed;
  private final String zone;
  private Dice dice;

  public CatalogueGenerator(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.zone = dice.any("Europe/Ljubljana", "Europe/Ljubljana", "America/St_Johns", "Asia/Beirut");
  }

  /** Sources of a provider, the first being the usual one. */
  static List<String> sources(String provider) {
    return provider.equals("alpha")
        ? List.of("urn:gen:alpha", "urn:gen:alpha:second")
        : List.of("urn:gen:beta");
  }

  /** Writes one file into the folder, which must exist. */
  public void write(Path folder, int indicators) throws IOException {
    StringBuilder text = head(false);
    for (int i = 0; i < indicators; i++) {
      text.append(indicator("i" + i, i, i));
    }
    Files.writeString(folder.resolve("generated.yaml"), text.append(waiting()));
  }

  /**
   * The same after an edit in place: of the indicators about a fifth is gone, a third computes or
   * is judged otherwise (their calendars stay), a few are new, and there is one series more.
   */
  public void writeEdited(Path folder, int indicators) throws IOException {
    Dice edit = new Dice(~seed);
    StringBuilder text = head(true);
    for (int i = 0; i < indicators; i++) {
      int kind = edit.below(100);
      if (kind >= 20) {
        text.append(indicator("i" + i, i, kind < 55 ? i + 10_000 : i));
      }
    }
    for (int i = indicators; i < indicators + 3; i++) {
      text.append(indicator("i" + i, i, i));
    }
    text.append(
        """
          - {id: later-sum, title: %1$s, measures: [measure], owner: office, unit: items, polarity: HIGHER, inputs: {a: {series: later, aggregate: SUM, window: YEAR_TO_DATE}}, reporting: {frequency: MONTH}, target: {everyPeriod: {value: 40}}}
        """
            .formatted(TEXT));
    Files.writeString(folder.resolve("generated.yaml"), text.append(waiting()));
  }

  private StringBuilder head(boolean later) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        strategy:
          id: generated
          title: %1$s
          from: 2023-01-01
          to: 2028-12-31
          timeZone: %2$s
          holidays: SI
          languages: [sl, en]
          office: office
          goals:
            - {id: goal, number: "1", title: %1$s, objectives: [{id: objective, number: "1.1", title: %1$s, measures: [{id: measure, title: %1$s}]}]}
        owners:
          - {id: office, title: %1$s, language: sl}
        providers:
          - {id: alpha, title: %1$s, sources: [%3$s], contact: office}
          - {id: beta, title: %1$s, sources: [%4$s], contact: office}
        series:
        """
            .formatted(
                TEXT,
                zone,
                String.join(", ", sources("alpha")),
                String.join(", ", sources("beta"))));
    Shape.ALL.stream()
        .filter(each -> later || !each.later())
        .forEach(each -> text.append(each.entry()));
    return text.append("indicators:\n");
  }

  /** The one seed gives the calendar, the other all the rest. */
  private String indicator(String id, int calendarSeed, int restSeed) {
    dice = new Dice(seed * 1_000_003 + calendarSeed);
    String frequency = dice.any("DAY", "MONTH", "MONTH", "MONTH", "QUARTER", "YEAR", "YEAR");
    boolean even = frequency.equals("YEAR") && dice.in100(35);
    String calendar = calendar(frequency, even);
    dice = new Dice(seed * 1_000_003 + restSeed + 7_777_777);
    int count = dice.any(1, 1, 1, 1, 2, 2, 3);
    List<String> inputs = new ArrayList<>();
    boolean exists = false;
    for (int i = 0; i < count; i++) {
      String input = input(List.of("a", "b", "c").get(i), frequency);
      exists |= input.contains("EXISTS");
      inputs.add(input);
    }
    String polarity =
        exists ? dice.any("HIGHER", "NONE") : dice.any("HIGHER", "HIGHER", "LOWER", "NONE");
    boolean onlyExists = exists && count == 1;
    StringBuilder text = new StringBuilder();
    text.append("  - id: ").append(id).append("\n    title: ").append(TEXT);
    text.append("\n    measures: [measure]\n    owner: office\n    unit: ");
    text.append(dice.any("items", "items", "percent"));
    text.append("\n    decimals: ").append(dice.any(0, 1, 2, 4));
    text.append("\n    polarity: ").append(polarity);
    text.append("\n    inputs: {").append(String.join(", ", inputs)).append("}\n");
    String formula = formula(count);
    if (!formula.isEmpty()) {
      text.append("    formula: ").append(formula).append("\n");
    }
    text.append(calendar);
    if (!polarity.equals("NONE")) {
      text.append(target(frequency, even, onlyExists));
    } else {
      text.append("    target: none\n");
    }
    return text.toString();
  }

  private String calendar(String frequency, boolean even) {
    StringBuilder text = new StringBuilder("    reporting: {frequency: ").append(frequency);
    boolean late = frequency.equals("DAY") || dice.in100(30);
    if (late) {
      text.append(", from: ").append(frequency.equals("DAY") ? "2024-01-15" : "2024-01-01");
    }
    if (even) {
      text.append(", only: even-years");
    }
    text.append(
        dice.any(
            "", "", ", dueAfter: {days: 1}", ", dueAfter: {days: 15}", ", dueAfter: {months: 1}"));
    return text.append("}\n").toString();
  }

  private String input(String name, String frequency) {
    Shape shape =
        dice.of(Shape.ALL.stream().filter(each -> !each.later() && each.fits(frequency)).toList());
    String aggregate =
        shape.numeric()
            ? dice.any("SUM", "SUM", "SUM", "COUNT", "MEAN", "MIN", "MAX", "LAST", "EXISTS")
            : dice.any("COUNT", "EXISTS");
    StringBuilder text = new StringBuilder(name + ": {series: " + shape.id());
    text.append(", aggregate: ").append(aggregate);
    if (shape.channels() && dice.in100(60)) {
      text.append(
          dice.any(
              ", where: {channel: digital}",
              ", where: {channel: [paper, kiosk]}",
              ", where: {channel: digital, district: Šiška}"));
    }
    text.append(dice.any("", "", ", window: YEAR_TO_DATE", ", window: SINCE_START"));
    if ((aggregate.equals("SUM") || aggregate.equals("COUNT")) && dice.in100(30)) {
      text.append(", whenEmpty: ZERO");
    }
    return text.append("}").toString();
  }

  private String formula(int count) {
    return switch (count) {
      case 1 -> dice.any("", "", "", "", "100 - a / 3", "a * a");
      case 2 ->
          dice.any(
              "100 * a / b",
              "a - b",
              "(a + b) / 7",
              "max(a, b)",
              "min(a, b) * 3",
              "abs(a - b)",
              "a / (b - 3)");
      default ->
          dice.any("a + b * c", "a / b / c", "(a - b) / (a + c)", "max(a, b, c) - min(a, b)");
    };
  }

  private String target(String frequency, boolean even, boolean onlyExists) {
    int scale = onlyExists ? 1 : dice.any(3, 20, 400, 5000);
    StringBuilder text = new StringBuilder();
    if (dice.in100(50)) {
      text.append("    target: {everyPeriod: {value: ").append(scale);
      if (!frequency.equals("YEAR") && dice.in100(50)) {
        text.append(", per: ")
            .append(frequency.equals("QUARTER") ? "YEAR" : dice.any("QUARTER", "YEAR"));
      }
      return text.append("}}\n").toString();
    }
    boolean linear = !onlyExists && dice.in100(60);
    List<String> points = new ArrayList<>();
    int value = scale;
    if (frequency.equals("MONTH") && dice.in100(40)) {
      points.add("{period: 2023-09, value: " + value + "}");
      value += step(scale, onlyExists);
    }
    points.add("{period: 2024, value: " + value + "}");
    if (!even && dice.in100(50)) {
      value += step(scale, onlyExists);
      points.add("{period: 2025, value: " + value + "}");
    }
    if (linear || dice.in100(30)) {
      value += step(scale, onlyExists);
      points.add("{period: 2026, value: " + value + "}");
    }
    if (linear && (points.size() < 2 || dice.in100(50))) {
      text.append("    baseline: {period: 2022, value: ").append(scale / 2).append("}\n");
    }
    text.append("    target: {path: [").append(String.join(", ", points)).append("]");
    text.append(
        linear
            ? ", interpolate: LINEAR}\n"
            : dice.any("}\n", ", interpolate: NONE, after: HOLD}\n"));
    if (!onlyExists) {
      text.append(
          dice.any("", "    tolerance: 5%\n", "    tolerance: 2.5\n", "    tolerance: 60%\n"));
    }
    return text.toString();
  }

  private int step(int scale, boolean onlyExists) {
    return onlyExists ? 0 : dice.between(-scale / 4, scale);
  }

  private static String waiting() {
    return """
      - {id: waits-distinct, title: {sl: x, en: x}, measures: [measure], owner: office, unit: people, polarity: NONE, inputs: {a: {series: visits, aggregate: DISTINCT}}, reporting: {frequency: QUARTER}, target: none}
      - {id: waits-rolling, title: {sl: x, en: x}, measures: [measure], owner: office, unit: items, polarity: HIGHER, inputs: {a: {series: temps, aggregate: SUM, window: ROLLING(3)}}, reporting: {frequency: MONTH}, target: {everyPeriod: {value: 3}}}
    """;
  }
}
