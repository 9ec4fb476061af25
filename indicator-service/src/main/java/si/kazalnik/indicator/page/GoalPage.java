package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.contract.catalogue.Strategy.Objective;
import si.kazalnik.indicator.page.GoalView.MeasureItem;
import si.kazalnik.indicator.page.GoalView.Part;
import si.kazalnik.indicator.page.chart.Sparks;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** One goal, down to its indicators. */
final class GoalPage {

  private final PublishedStrategy strategy;
  private final Edition edition;
  private final Goal goal;

  private GoalPage(PublishedStrategy strategy, Edition edition, Goal goal) {
    this.strategy = strategy;
    this.edition = edition;
    this.goal = goal;
  }

  static GoalView of(PublishedStrategy strategy, Edition edition, Goal goal) {
    return new GoalPage(strategy, edition, goal).view();
  }

  /** Where a measure stands on its goal's page. */
  static String anchor(Measure measure) {
    return "m-" + measure.id();
  }

  static String anchor(Objective objective) {
    return "o-" + objective.id();
  }

  /** Its measures, with or without an objective between. */
  static Stream<Measure> measures(Goal goal) {
    return Stream.concat(
        goal.objectives().stream().flatMap(objective -> objective.measures().stream()),
        goal.measures().stream());
  }

  private GoalView view() {
    List<PublishedIndicator> indicators = strategy.of(goal);
    Counts counts = Counts.of(indicators);
    String title = Titles.numbered(edition, goal.number(), goal.title());
    String sentence = counts.sentence(edition);
    Frame frame =
        new Frames(edition, strategy)
            .around(
                edition.say("page.title", "title", title),
                sentence,
                routes -> routes.goal(goal.id()));
    int from = strategy.catalogue().strategy().from().getYear();
    int to = strategy.catalogue().strategy().to().getYear();
    return new GoalView(
        frame,
        title,
        Titles.goal(edition, goal.number(), goal.title()),
        sentence,
        counts,
        edition.of(goal.description()),
        status(goal.status()),
        goal.illustrative(),
        Titles.web(goal.source()),
        note(indicators),
        indicators.isEmpty() || from == to
            ? ""
            : edition.say(
                "goal.sparks", "from", Integer.toString(from), "to", Integer.toString(to)),
        Sparks.years(from, to),
        parts(),
        edition.routes().goalCsv(goal.id()),
        edition.routes().goalJson(goal.id()));
  }

  private List<String> note(List<PublishedIndicator> indicators) {
    List<String> sentences = new ArrayList<>();
    boolean values = indicators.stream().anyMatch(PublishedIndicator::illustrativeValue);
    boolean targets = indicators.stream().anyMatch(PublishedIndicator::illustrativeTarget);
    if (values) {
      boolean all = indicators.stream().allMatch(PublishedIndicator::illustrativeValue);
      sentences.add(edition.say(all ? "ill.goal.allValues" : "ill.goal.someValues"));
    }
    if (values || targets) {
      sentences.add(edition.say(targets ? "ill.goal.targets" : "ill.goal.facts"));
    }
    return sentences;
  }

  private String status(java.util.Map<String, String> status) {
    String text = edition.of(status);
    return text.isEmpty() ? "" : edition.say("goal.city", "status", text);
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Objective objective : goal.objectives()) {
      parts.add(
          new Part(
              anchor(objective),
              Titles.numbered(edition, objective.number(), objective.title()),
              edition.of(objective.description()),
              status(objective.status()),
              objective.illustrative(),
              Titles.web(objective.source()),
              measures(objective.measures())));
    }
    if (!goal.measures().isEmpty()) {
      parts.add(
          new Part(
              "direct", edition.say("goal.direct"), "", "", false, "", measures(goal.measures())));
    }
    return parts;
  }

  private List<MeasureItem> measures(List<Measure> measures) {
    IndicatorItems items = new IndicatorItems(strategy, edition, goal);
    return measures.stream()
        .map(
            measure ->
                new MeasureItem(
                    anchor(measure),
                    Titles.numbered(edition, measure.number(), measure.title()),
                    edition.of(measure.description()),
                    status(measure.status()),
                    measure.illustrative(),
                    strategy.catalogue().projects().stream()
                        .filter(project -> project.measures().contains(measure.id()))
                        .map(project -> ProjectItem.of(project, edition))
                        .toList(),
                    strategy.of(measure).stream().map(items::of).toList()))
        .toList();
  }
}
