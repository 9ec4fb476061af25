package si.kazalnik.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes the inputs of one indicator. */
final class Inputs {
  private final Dice dice;
  private final String frequency;
  private final boolean cells;
  private final boolean rosters;
  private final String dimension;
  private final String cumulation;
  private int count;

  Inputs(Dice dice, String frequency, boolean cells, boolean rosters) {
    this.dice = dice;
    this.frequency = frequency;
    this.cells = cells;
    this.rosters = rosters;
    this.dimension = dice.any("channel", "district");
    this.cumulation = dice.any("", ", window: YEAR_TO_DATE", ", window: SINCE_START");
  }

  int count() {
    return count;
  }

  String dimension() {
    return dimension;
  }

  String text() {
    return text(dice.any(1, 1, 1, 1, 2, 2, 3), true);
  }

  /** So many inputs, without `EXISTS` where that would not go with the polarity. */
  String text(int number, boolean exists) {
    count = number;
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(input(List.of("a", "b", "c").get(i), exists));
    }
    return "inputs: {" + String.join(", ", inputs) + "}";
  }

  private Shape shape() {
    Predicate<Shape> kind =
        frequency.equals("ON_EVENT")
            ? each -> each.ofEvents() && !each.event()
            : cells
                ? each -> each.id().equals("apps.count")
                : rosters ? Shape::roster : each -> !each.roster();
    return dice.of(
        Shape.ALL.stream()
            .filter(each -> !each.later() && each.fits(frequency))
            .filter(kind)
            .toList());
  }

  private String input(String name, boolean exists) {
    boolean plan = exists && !cells && !rosters && frequency.equals("YEAR") && dice.in100(30);
    Shape shape = plan ? Shape.named("plans") : shape();
    String aggregate = plan ? "EXISTS" : aggregate(shape, exists);
    StringBuilder text = new StringBuilder(name + ": {series: " + shape.id());
    text.append(", aggregate: ").append(aggregate);
    if (shape.channels() && dice.in100(cells ? 30 : 60)) {
      text.append(
          dice.any(
              ", where: {channel: digital}",
              ", where: {channel: [paper, kiosk]}",
              ", where: {channel: digital, district: Šiška}"));
    }
    boolean period = true;
    if (!frequency.equals("ON_EVENT")) {
      String window =
          cells
              ? cumulation
              : dice.any(
                  "",
                  "",
                  "",
                  ", window: YEAR_TO_DATE",
                  ", window: SINCE_START",
                  ", window: ROLLING(" + dice.between(2, 4) + ")");
      text.append(window);
      period = window.isEmpty();
    }
    if (List.of("SUM", "COUNT", "DISTINCT").contains(aggregate) && dice.in100(30)) {
      text.append(", whenEmpty: ZERO");
    }
    if (aggregate.equals("LAST")) {
      text.append(dice.any("", ", across: MIN", ", across: MAX", ", across: MEAN"));
      if (period && !shape.channels() && !frequency.equals("ON_EVENT") && dice.in100(60)) {
        text.append(", carryForward: {periods: ").append(dice.between(1, 3)).append("}");
      }
    } else if (!aggregate.equals("EXISTS") && !aggregate.equals("SUM") && dice.in100(25)) {
      text.append(", atLeast: ").append(dice.between(2, 5));
    }
    return text.append("}").toString();
  }

  private String aggregate(Shape shape, boolean exists) {
    if (!shape.numeric()) {
      return exists ? dice.any("COUNT", "EXISTS", "EXISTS") : "COUNT";
    }
    if (shape.keyed() && dice.in100(60)) {
      return "DISTINCT";
    }
    if (cells && dice.in100(60)) {
      return "COUNT";
    }
    String aggregate =
        dice.any(
            "SUM",
            "SUM",
            "COUNT",
            "MEAN",
            "MIN",
            "MAX",
            "LAST",
            "LAST",
            "EXISTS",
            "PERCENTILE(" + dice.any(1, 10, 50, 90, 99, 100) + ")");
    return aggregate.equals("EXISTS") && !exists ? "SUM" : aggregate;
  }
}
