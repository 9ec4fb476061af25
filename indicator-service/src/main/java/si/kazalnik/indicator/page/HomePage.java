package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.List;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.indicator.page.Frames.Invention;
import si.kazalnik.indicator.page.HomeView.GoalRow;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** All goals at a glance. */
final class HomePage {

  private static final int CHANGES = 5;

  private HomePage() {}

  static HomeView of(PublishedStrategy strategy, Edition edition) {
    Counts total = Counts.of(strategy.all());
    long twice =
        strategy.all().stream()
            .filter(each -> strategy.index().goalIds(each.definition()).size() > 1)
            .count();
    Frame frame =
        new Frames(edition, strategy)
            .around(edition.say("home.title"), edition.say("home.description"), Routes::home);
    return new HomeView(
        frame,
        total.lead(edition),
        illustrative(strategy, edition),
        total,
        strategy.index().goals().stream().map(goal -> row(goal, strategy, edition)).toList(),
        twice == 0 ? "" : edition.say("home.twice", "n", twice),
        Changes.perIndicator(strategy, edition, CHANGES));
  }

  private static GoalRow row(Goal goal, PublishedStrategy strategy, Edition edition) {
    Counts counts = Counts.of(strategy.of(goal));
    return new GoalRow(
        goal.number() == null ? "" : goal.number(),
        new Link(edition.routes().goal(goal.id()), edition.of(goal.title())),
        counts.sentence(edition),
        counts);
  }

  private static List<String> illustrative(PublishedStrategy strategy, Edition edition) {
    List<String> sentences = new ArrayList<>();
    boolean targets = strategy.all().stream().anyMatch(PublishedIndicator::illustrativeTarget);
    Invention values = Invention.ofValues(List.copyOf(strategy.all()));
    if (values != Invention.NONE) {
      boolean all = values == Invention.ALL;
      sentences.add(edition.say(all ? "ill.note.allValues" : "ill.note.someValues"));
      if (targets) {
        sentences.add(edition.say("ill.note.someTargets"));
      }
    } else if (targets) {
      sentences.add(edition.say("ill.note.onlyTargets"));
    }
    if (!sentences.isEmpty()) {
      sentences.add(edition.say("ill.note.unofficial"));
    }
    return sentences;
  }
}
