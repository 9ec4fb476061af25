package si.kazalnik.benchmark.load;

import java.util.ArrayList;
import java.util.List;

/** Writes targets of one indicator. */
final class Targets {
  private final Dice dice;
  private final String frequency;
  private final String only;
  private final boolean range;
  private final boolean onlyExists;

  Targets(Dice dice, String frequency, String only, String polarity, boolean onlyExists) {
    this.dice = dice;
    this.frequency = frequency;
    this.only = only;
    this.range = polarity.equals("IN_RANGE");
    this.onlyExists = onlyExists;
  }

  /** The keys of an indicator. */
  String text(String judging) {
    String tolerance =
        onlyExists
            ? ""
            : dice.any("", "tolerance: 5%", "tolerance: 2.5", "tolerance: 95%", "tolerance: 900");
    return "    "
        + target(judging).replace(", baseline:", "\n    baseline:")
        + "\n"
        + (tolerance.isEmpty() ? "" : "    " + tolerance + "\n");
  }

  /** The target, and a baseline where the line needs one. */
  String target(String judging) {
    int scale = onlyExists ? 1 : dice.any(3, 20, 400, 5000);
    if (frequency.equals("ON_EVENT") || dice.in100(50)) {
      return "target: {everyPeriod: {" + bounds(scale) + per() + "}" + judging + "}";
    }
    String interpolate =
        onlyExists ? dice.any("NONE", "STEP") : dice.any("LINEAR", "LINEAR", "STEP", "NONE");
    List<String> points = new ArrayList<>();
    int value = scale;
    if (frequency.equals("MONTH") && only.isEmpty() && dice.in100(40)) {
      points.add(point("2023-09", value));
      value += step(scale);
    }
    boolean even = !only.equals("odd-years");
    boolean odd = !only.equals("even-years");
    if (even) {
      points.add(point("2024", value));
    }
    if (odd && (!even || dice.in100(50))) {
      value += step(scale);
      points.add(point("2025", value));
    }
    if (even && (interpolate.equals("LINEAR") || dice.in100(30))) {
      value += step(scale);
      points.add(point("2026", value));
    }
    boolean linear = interpolate.equals("LINEAR");
    boolean based = linear && (points.size() < 2 || dice.in100(50));
    return "target: {path: ["
        + String.join(", ", points)
        + "]"
        + (interpolate.equals("NONE") && dice.in100(50) ? "" : ", interpolate: " + interpolate)
        + dice.any("", "", ", after: HOLD", ", after: END")
        + judging
        + "}"
        + (based ? ", baseline: {period: 2022, " + bounds(scale / 2) + "}" : "");
  }

  private String per() {
    if (dice.in100(50)) {
      return "";
    }
    return switch (frequency) {
      case "MONTH" -> ", per: " + dice.any("QUARTER", "HALF_YEAR", "YEAR");
      case "QUARTER" -> ", per: " + dice.any("HALF_YEAR", "YEAR");
      case "HALF_YEAR" -> ", per: YEAR";
      case "DAY" -> ", per: " + dice.any("WEEK", "MONTH");
      default -> "";
    };
  }

  private String point(String period, int value) {
    return "{period: " + period + ", " + bounds(value) + "}";
  }

  private String bounds(int value) {
    return range
        ? "low: " + value / 2 + ", high: " + (value / 2 + dice.any(2, 30, 300, 4000))
        : "value: " + value;
  }

  private int step(int scale) {
    return onlyExists ? 0 : dice.between(-scale / 4, scale);
  }
}
