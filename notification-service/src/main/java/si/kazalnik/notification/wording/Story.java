package si.kazalnik.notification.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.notification.rules.JudgedTarget;
import si.kazalnik.notification.rules.Lookup;
import si.kazalnik.notification.rules.Worst;

/** An indicator's deviation and all that its texts need to know of it. */
record Story(
    Place place,
    Dates dates,
    Periods periods,
    Quantities quantities,
    Deviation deviation,
    Deviation.Cause cause,
    Indicator indicator,
    JudgedTarget judged) {

  static Story of(Place place, Dates dates, Deviation deviation, Indicator indicator) {
    Deviation.Cause cause = Worst.cause(deviation);
    return new Story(
        place,
        dates,
        new Periods(place.wording()),
        new Quantities(place.wording(), indicator.unit(), indicator.decimals()),
        deviation,
        cause,
        indicator,
        JudgedTarget.of(indicator, cause.period()));
  }

  Wording wording() {
    return place.wording();
  }

  /** With the judged tuple's values behind, where it is not the headline. */
  String title() {
    return deviation.dimensions().isEmpty()
        ? place.title(indicator)
        : place.title(indicator) + " (" + String.join(", ", deviation.dimensions().values()) + ")";
  }

  /** A state or deliverable: it is there or not, and its number says nothing. */
  boolean isDeliverable() {
    return indicator.inputs().size() == 1
        && indicator.inputs().get(0).aggregate() == Input.Aggregate.EXISTS;
  }

  boolean isMissed() {
    return cause.severity() == Deviation.Severity.MISSED;
  }

  /** On which side the judged value fell short; the catalogue may say something else since then. */
  Indicator.Polarity polarity() {
    Bounds expected = cause.expected() == null ? cause.target() : cause.expected();
    if (expected == null || cause.value() == null) {
      return indicator.polarity();
    }
    if (expected.value() == null) {
      return Indicator.Polarity.IN_RANGE;
    }
    return cause.value().compareTo(expected.value()) < 0
        ? Indicator.Polarity.HIGHER
        : Indicator.Polarity.LOWER;
  }

  String value() {
    return cause.value() == null ? wording().say("table.none") : quantities.value(cause.value());
  }

  String expected() {
    Bounds expected = cause.expected() == null ? cause.target() : cause.expected();
    return expected == null || cause.value() == null
        ? ""
        : quantities.expected(expected, cause.value());
  }

  String target() {
    Bounds target = cause.target() == null ? cause.expected() : cause.target();
    return target == null ? "" : quantities.target(target);
  }

  /** The subjects that do not reach the target, where each is judged; else empty. */
  String failing() {
    return cause.failing() == null ? "" : String.join(", ", cause.failing());
  }

  /** The latest judged value, which may be newer than the cause. */
  Optional<Deviation.Point> latest() {
    List<Deviation.Point> history = deviation.history();
    for (int i = history.size() - 1; i >= 0; i--) {
      Performance performance = history.get(i).performance();
      if (performance != null && performance.isVerdict() && history.get(i).value() != null) {
        return Optional.of(history.get(i));
      }
    }
    return Optional.empty();
  }

  boolean valueIsIllustrative() {
    return indicator.inputs().stream()
        .map(input -> Lookup.series(place.catalogue(), input.series()))
        .flatMap(Optional::stream)
        .anyMatch(Series::illustrative);
  }

  String performance(@Nullable Performance performance) {
    return wording().say("performance." + performance);
  }

  String say(String key, Map<String, ?> arguments) {
    return wording().say(key, arguments);
  }
}
