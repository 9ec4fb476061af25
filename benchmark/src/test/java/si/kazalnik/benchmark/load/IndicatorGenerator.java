package si.kazalnik.benchmark.load;

import java.util.ArrayList;
import java.util.List;

/** Writes one random indicator. One seed gives the calendar, one the rest, one what is dated. */
final class IndicatorGenerator {
  private static final String TEXT = "{sl: x, en: x}";
  private static final long STRIDE = 1_000_003;

  private final String id;
  private final Dice calendarDice;
  private final Dice dice;
  private final Dice dated;
  private final String frequency;
  private final String only;
  private final String calendar;
  private final boolean cells;
  private final boolean rosters;

  IndicatorGenerator(long seed, String id, int calendar, int rest, int dated) {
    this.id = id;
    this.calendarDice = new Dice(seed * STRIDE + calendar);
    this.dice = new Dice(seed * STRIDE + rest + 7_777_777);
    this.dated = new Dice(seed * STRIDE + dated + 55_555_555);
    this.frequency =
        calendarDice.any(
            "DAY",
            "WEEK",
            "MONTH",
            "MONTH",
            "MONTH",
            "QUARTER",
            "HALF_YEAR",
            "YEAR",
            "YEAR",
            "ON_EVENT");
    this.only =
        frequency.equals("YEAR")
            ? calendarDice.any("", "", "", "even-years", "odd-years")
            : frequency.equals("MONTH") ? calendarDice.any("", "", "", "", "", "odd-years") : "";
    this.calendar = calendar();
    this.cells =
        !frequency.equals("DAY") && !frequency.equals("WEEK") && !onEvent() && dice.in100(30);
    this.rosters = !cells && !onEvent() && dice.in100(35);
  }

  private boolean onEvent() {
    return frequency.equals("ON_EVENT");
  }

  /** No matter of chance, so that what a seed stands for stays. */
  private String owner() {
    return id.hashCode() % 3 == 0 ? "desk" : "office";
  }

  String text() {
    Inputs inputs = new Inputs(dice, frequency, cells, rosters);
    String definition = inputs.text();
    int count = inputs.count();
    boolean exists = definition.contains("EXISTS");
    String polarity =
        exists
            ? dice.any("HIGHER", "HIGHER", "NONE")
            : dice.any("HIGHER", "HIGHER", "LOWER", "LOWER", "IN_RANGE", "NONE");
    Targets targets = new Targets(dice, frequency, only, polarity, exists && count == 1);
    StringBuilder text = new StringBuilder();
    text.append("  - id: ").append(id).append("\n    title: ").append(TEXT);
    text.append("\n    measures: [measure]\n    owner: ").append(owner()).append("\n    unit: ");
    text.append(dice.any("items", "items", "percent"));
    text.append("\n    decimals: ").append(dice.any(0, 1, 2, 4));
    text.append("\n    polarity: ").append(polarity).append("\n");
    text.append("    ").append(definition).append("\n");
    String formula = formula(dice, count);
    if (!formula.isEmpty()) {
      text.append("    formula: ").append(formula).append("\n");
    }
    text.append(calendar);
    if (cells) {
      text.append("    disaggregateBy: ").append(inputs.dimension()).append("\n");
      if (dice.in100(80)) {
        text.append("    smallestCell: {input: ")
            .append(dice.any("a", count > 1 ? "b" : "a"))
            .append(", value: ")
            .append(dice.any(2, 3, 5, 10))
            .append("}\n");
      }
    }
    String judging = "";
    if (rosters && dice.in100(60)) {
      judging = ", forEach: {subjects: roster}";
    } else if (cells && dice.in100(60)) {
      judging = ", perCell: true";
    }
    boolean judged = !polarity.equals("NONE");
    text.append(judged ? targets.text(judging) : "    target: none\n");
    if (dice.in100(20)) {
      text.append("    consecutive: 2\n");
    }
    if (dice.in100(20)) {
      text.append("    alertAtRisk: true\n");
    }
    if (dice.in100(20)) {
      text.append("    references: [{title: ").append(TEXT).append(", value: 40}]\n");
    }
    text.append(changes(judged, count, exists, polarity, judging));
    return text.append(breaks()).toString();
  }

  private String calendar() {
    StringBuilder text = new StringBuilder("    reporting: {frequency: ").append(frequency);
    if (onEvent()) {
      text.append(", event: surveys");
    }
    if (frequency.equals("DAY")) {
      text.append(", from: 2024-01-15");
    } else if (calendarDice.in100(30)) {
      text.append(", from: 2024-01-01");
    }
    if (!only.isEmpty()) {
      text.append(", only: ").append(only);
    }
    text.append(
        calendarDice.any(
            "",
            "",
            ", dueAfter: {days: 1}",
            ", dueAfter: {days: 15}",
            ", dueAfter: {months: 1}",
            ", dueAfter: {days: 3, working: true}",
            ", dueAfter: {days: " + calendarDice.between(1, 25) + ", working: true}"));
    return text.append("}\n").toString();
  }

  static String formula(Dice dice, int count) {
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

  private String changes(
      boolean judged, int count, boolean exists, String polarity, String judging) {
    List<String> changes = new ArrayList<>();
    if (judged && dated.in100(30)) {
      Targets later = new Targets(dated, frequency, only, polarity, exists && count == 1);
      changes.add(
          "{from: "
              + dated.any("2024-01-01", "2024-07-01", "2025-01-01")
              + ", "
              + dated.any(
                  later.target(judging),
                  later.target(judging) + ", tolerance: 3",
                  "tolerance: 25%",
                  "target: none")
              + reason());
    }
    if (dated.in100(30)) {
      String what =
          switch (dated.below(3)) {
            case 0 -> "decimals: " + dated.any(0, 3);
            case 1 -> {
              String formula = formula(dated, count);
              yield "formula: \"" + (formula.isEmpty() ? "a + 1" : formula) + "\"";
            }
            default -> {
              Inputs other = new Inputs(dated, frequency, cells, rosters);
              String text = other.text(count, exists);
              yield text + (count == 1 ? ", formula: a * 2" : "");
            }
          };
      changes.add(
          "{validFrom: "
              + dated.any("2024-01-01", "2024-04-01", "2025-01-01")
              + ", "
              + what
              + reason());
    }
    return changes.isEmpty()
        ? ""
        : "    changes:\n" + String.join("", changes.stream().map(c -> "      - " + c).toList());
  }

  private static String reason() {
    return ", reason: " + TEXT + "}\n";
  }

  private String breaks() {
    if (onEvent() || dated.in100(75)) {
      return "";
    }
    String period =
        switch (frequency) {
          case "DAY" -> "2024-05-01";
          case "WEEK" -> dated.any("2024-W20", "2025-W01");
          case "MONTH" -> dated.any("2024-02", "2025-01");
          case "QUARTER" -> dated.any("2024-Q1", "2025-Q1");
          case "HALF_YEAR" -> "2024-H2";
          default -> dated.any("2024", "2025");
        };
    return "    breaks: [{period: "
        + period
        + ", reason: "
        + TEXT
        + dated.any("}]\n", "}]\n", ", linked: true}]\n");
  }
}
