package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** The answer in sentences: the verdict first, then what is running, then the target. */
final class Story {

  private final Edition edition;
  private final PublishedIndicator indicator;
  private final ZoneId zone;
  private final PublishedStrategy strategy;

  Story(PublishedStrategy strategy, Edition edition, PublishedIndicator indicator) {
    this.strategy = strategy;
    this.edition = edition;
    this.indicator = indicator;
    this.zone = strategy.catalogue().strategy().timeZone();
  }

  List<String> sentences() {
    if (!indicator.computed()) {
      return List.of(edition.say("ind.notComputed"));
    }
    List<String> sentences = new ArrayList<>();
    IndicatorValue judged = indicator.standing().judged();
    IndicatorValue latest = indicator.standing().latest();
    if (judged != null) {
      about(judged, judged.equals(latest), sentences);
    }
    IndicatorValue gap = unknownAfter(judged);
    if (gap != null) {
      sentences.add(noValue(gap));
    }
    if (latest != null && !latest.equals(judged)) {
      about(latest, true, sentences);
    }
    if (judged == null && latest == null && gap == null) {
      sentences.add(edition.say("lead.none"));
    }
    target(judged, sentences);
    return sentences;
  }

  // The last closed period that should have been judged, if it came after what was judged.
  private @Nullable IndicatorValue unknownAfter(@Nullable IndicatorValue judged) {
    return indicator.values().stream()
        .filter(value -> value.value() == null && value.revision() > 0 && value.due())
        .filter(value -> judged == null || value.end().isAfter(judged.end()))
        .reduce((earlier, later) -> later)
        .filter(value -> isLastClosed(value))
        .orElse(null);
  }

  private boolean isLastClosed(IndicatorValue value) {
    return indicator.values().stream()
        .filter(other -> other.revision() > 0)
        .noneMatch(other -> other.end().isAfter(value.end()));
  }

  private String noValue(IndicatorValue value) {
    return edition.say(
        "lead.none." + indicator.why(value), "period", edition.periods().of(value.period()));
  }

  private void about(IndicatorValue value, boolean now, List<String> sentences) {
    BigDecimal number = value.value();
    if (number == null) {
      sentences.add(noValue(value));
      return;
    }
    Amounts amounts = new Amounts(edition, indicator.definition(value));
    boolean open = value.status() == ValueStatus.PROVISIONAL;
    boolean whole = value.performance() != null && value.performance().isVerdict();
    String period =
        edition
            .periods()
            .of(whole ? Targets.judgedPeriod(indicator.definition(value), value) : value.period());
    if (amounts.deliverable()) {
      String key = "lead." + (number.signum() > 0 ? "done" : "notDone") + (open ? "Open" : "");
      sentences.add(edition.say(key, "period", period));
      if (value.deliveredLate() != null) {
        sentences.add(
            edition.say("lead.late", "date", edition.dates().inWords(value.deliveredLate())));
      }
      return;
    }
    String key = open ? "lead.open" : now ? "lead.final" : "lead.was";
    sentences.add(edition.say(key, "period", period, "value", amounts.value(number)));
    if (value.performance() != null && value.performance().isVerdict()) {
      distance(value, number, sentences);
    }
  }

  private void distance(IndicatorValue value, BigDecimal number, List<String> sentences) {
    BigDecimal distance = Amounts.distance(value);
    if (distance == null) {
      return;
    }
    Amounts amounts = new Amounts(edition, indicator.definition(value));
    String expected = amounts.expected(Objects.requireNonNull(value.expected()), number);
    String kind = value.milestone() ? ".target" : "";
    sentences.add(
        switch (distance.signum()) {
          case -1 ->
              edition.say("lead.less" + kind, "gap", amounts.gap(distance), "expected", expected);
          case 1 ->
              edition.say("lead.more" + kind, "gap", amounts.gap(distance), "expected", expected);
          default -> edition.say("lead.equal" + kind, "expected", expected);
        });
  }

  private void target(@Nullable IndicatorValue judged, List<String> sentences) {
    Target target = indicator.definition().target();
    if (target instanceof Target.None) {
      sentences.add(edition.say("lead.noTarget"));
    } else if (target instanceof Target.EveryPeriod quota) {
      sentences.add(
          edition.say(
              "lead.quota",
              "target",
              new Amounts(edition, indicator.definition()).target(quota.bounds()),
              "per",
              Targets.per(edition, indicator.definition(), quota)));
    } else {
      indicator.aims().stream()
          .filter(aim -> judged == null || aim.end().isAfter(judged.end()))
          .findFirst()
          .ifPresent(
              aim ->
                  sentences.add(
                      edition.say(
                          "lead.target",
                          "period",
                          edition.periods().of(aim.point().period()),
                          "target",
                          new Amounts(edition, aim.definition()).target(aim.point().bounds()))));
    }
    closing(judged, sentences);
  }

  // When the running quota or deliverable will be judged.
  private void closing(@Nullable IndicatorValue judged, List<String> sentences) {
    indicator.values().stream()
        .filter(value -> value.milestone() && value.revision() == 0)
        .filter(value -> value.performance() == null)
        .filter(value -> judged == null || value.end().isAfter(judged.end()))
        .filter(value -> !value.start().isAfter(strategy.today()))
        .findFirst()
        .ifPresent(
            value ->
                sentences.add(
                    edition.say(
                        "lead.closes",
                        "date",
                        edition.dates().day(edition.lastDay(value.closesAt(), zone)))));
  }
}
