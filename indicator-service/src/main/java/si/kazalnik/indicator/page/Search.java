package si.kazalnik.indicator.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Project;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.contract.catalogue.Strategy.Measure;
import si.kazalnik.indicator.page.SearchView.Found;
import si.kazalnik.indicator.page.SearchView.Group;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/**
 * Finds indicators, measures and projects whose texts hold every word of a query, whatever the
 * language of the text, the case and the accents.
 */
final class Search {

  private static final int LONGEST = 100;
  private static final int SHORTEST = 2;

  private final PublishedStrategy strategy;
  private final Edition edition;
  private final List<String> words;

  private Search(PublishedStrategy strategy, Edition edition, String query) {
    this.strategy = strategy;
    this.edition = edition;
    this.words =
        Arrays.stream(folded(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  static SearchView page(PublishedStrategy strategy, Edition edition, @Nullable String asked) {
    String query = asked == null ? "" : asked.strip();
    query = query.substring(0, Math.min(LONGEST, query.length()));
    Frame frame =
        new Frames(edition, strategy)
            .around(
                edition.say("page.title", "title", edition.say("search.h1")), "", Routes::search)
            .asked(query);
    if (query.length() < SHORTEST) {
      return new SearchView(frame, edition.say("search.ask"), List.of());
    }
    List<Group> groups = new Search(strategy, edition, query).groups();
    int n = groups.stream().mapToInt(group -> group.found().size()).sum();
    return new SearchView(frame, edition.say("search.results", "n", n, "q", query), groups);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    add(groups, "search.indicators", strategy.all().stream().flatMap(this::indicator));
    add(groups, "search.measures", strategy.index().goals().stream().flatMap(this::measures));
    add(groups, "search.projects", strategy.catalogue().projects().stream().flatMap(this::project));
    return groups;
  }

  private void add(List<Group> groups, String title, Stream<Found> found) {
    Comparator<Found> inTitleFirst = Comparator.comparing(each -> !matches(each.link().text()));
    Comparator<Found> order =
        inTitleFirst.thenComparing(each -> each.link().text(), edition.language().alphabet());
    List<Found> sorted = found.sorted(order).toList();
    if (!sorted.isEmpty()) {
      groups.add(new Group(edition.say(title), sorted));
    }
  }

  private Stream<Found> indicator(PublishedIndicator indicator) {
    Indicator definition = indicator.definition();
    String id = definition.id();
    return matches(id, definition.title(), definition.description())
        ? found(
            edition.routes().indicator(id), definition.title(), edition.word(State.of(indicator)))
        : Stream.empty();
  }

  private Stream<Found> measures(Goal goal) {
    return Stream.concat(
            goal.objectives().stream().flatMap(objective -> objective.measures().stream()),
            goal.measures().stream())
        .filter(measure -> matches(measure.id(), measure.title(), measure.description()))
        .flatMap(measure -> measure(goal, measure));
  }

  private Stream<Found> measure(Goal goal, Measure measure) {
    String href = edition.routes().goal(goal.id()) + "#" + GoalPage.anchor(measure);
    return found(href, measure.title(), Titles.goal(edition, goal.number(), goal.title()));
  }

  private Stream<Found> project(Project project) {
    if (!matches(project.id(), project.title(), project.description())) {
      return Stream.empty();
    }
    return strategy.index().goals().stream()
        .flatMap(
            goal ->
                GoalPage.measures(goal)
                    .filter(measure -> project.measures().contains(measure.id()))
                    .map(
                        measure ->
                            edition.routes().goal(goal.id()) + "#" + GoalPage.anchor(measure)))
        .limit(1)
        .flatMap(href -> found(href, project.title(), edition.of(project.description())));
  }

  private Stream<Found> found(String href, Map<String, String> title, String about) {
    return Stream.of(new Found(new Link(href, edition.of(title)), about));
  }

  private boolean matches(String id, Map<String, String> title, Map<String, String> description) {
    return matches(
        id + ' ' + String.join(" ", title.values()) + ' ' + String.join(" ", description.values()));
  }

  private boolean matches(String text) {
    String folded = folded(text);
    return words.stream().allMatch(folded::contains);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd');
  }
}
