package si.kazalnik.indicator.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.published.PublishedIndicator;

/** What an indicator stands at, in words that name the period. */
final class Verdicts {

  private Verdicts() {}

  /** {@code Doseženo za leto 2024}. */
  static Chip of(PublishedIndicator indicator, Edition edition) {
    State state = State.of(indicator);
    IndicatorValue about =
        state == State.UNKNOWN ? unjudged(indicator) : indicator.standing().judged();
    String text =
        about == null
            ? edition.capital(edition.word(state))
            : edition.verdict(state, Targets.judgedPeriod(indicator.definition(about), about));
    return new Chip(state, text);
  }

  private static @Nullable IndicatorValue unjudged(PublishedIndicator indicator) {
    List<IndicatorValue> values = indicator.values().stream().filter(State::wasUnjudged).toList();
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  /** What of it is invented: values, targets, both; empty where nothing is. */
  static String illustrative(PublishedIndicator indicator, Edition edition) {
    boolean targets = indicator.illustrativeTarget();
    if (indicator.illustrativeValue()) {
      return edition.say(targets ? "ill.both" : "ill.values");
    }
    if (targets) {
      return edition.say("ill.targets");
    }
    return indicator.definition().illustrative() ? edition.say("ill.indicator") : "";
  }
}
