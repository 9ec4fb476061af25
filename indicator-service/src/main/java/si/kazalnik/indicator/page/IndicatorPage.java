package si.kazalnik.indicator.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.page.IndicatorView.AsOf;
import si.kazalnik.indicator.page.IndicatorView.Computation;
import si.kazalnik.indicator.page.IndicatorView.Known;
import si.kazalnik.indicator.page.IndicatorView.Verdict;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.indicator.published.StrategyIndex.Place;

/** One indicator, whole. */
final class IndicatorPage {

  private final PublishedStrategy strategy;
  private final Edition edition;
  private final PublishedIndicator indicator;
  private final Indicator definition;
  private final @Nullable LocalDate asOf;
  private final @Nullable Computation computation;

  IndicatorPage(
      PublishedStrategy strategy,
      Edition edition,
      PublishedIndicator indicator,
      @Nullable LocalDate asOf,
      @Nullable Computation computation) {
    this.strategy = strategy;
    this.edition = edition;
    this.indicator = indicator;
    this.definition = indicator.definition();
    this.asOf = asOf;
    this.computation = computation;
  }

  /**
   * The page.
   *
   * @param revisions of the periods that were revised, oldest first
   */
  IndicatorView view(List<List<IndicatorValue>> revisions) {
    String title = edition.of(definition.title());
    Chip chip = Verdicts.of(indicator, edition);
    Frame frame =
        new Frames(edition, strategy)
            .around(
                edition.say("page.title", "title", title),
                edition.say("ind.description", "verdict", chip.text()),
                routes -> routes.indicator(definition.id()));
    String values = edition.routes().values(definition.id());
    Story story = new Story(strategy, edition, indicator);
    Tables tables = new Tables(strategy, edition, indicator);
    return new IndicatorView(
        frame,
        definition.id(),
        title,
        goals(),
        known(),
        new Verdict(chip, health(), Verdicts.illustrative(indicator, edition)),
        story.sentences(),
        new FigureRow(strategy, edition, indicator).figures(),
        indicator.computed() ? new Pictures(strategy, edition, indicator).picture() : null,
        tables.values(),
        tables.judged(),
        computation,
        tables.earlier(revisions),
        days(),
        projects(),
        new Facts(strategy, edition, indicator).all(),
        values + "?format=csv",
        values);
  }

  /** Which periods have earlier versions worth asking for: the last revised ones. */
  static List<String> revised(PublishedIndicator indicator, int most) {
    List<String> periods =
        new ArrayList<>(
            indicator.values().stream()
                .filter(value -> value.revision() > 1)
                .map(IndicatorValue::period)
                .toList());
    java.util.Collections.reverse(periods);
    return periods.subList(0, Math.min(most, periods.size()));
  }

  private List<Link> goals() {
    List<Place> places = strategy.index().places(definition);
    if (places.isEmpty()) {
      return List.of();
    }
    Place place = places.get(0);
    String href = edition.routes().goal(place.goal().id());
    List<Link> way = new ArrayList<>();
    way.add(new Link(href, Titles.goal(edition, place.goal().number(), place.goal().title())));
    if (place.objective() != null) {
      String number = place.objective().number();
      way.add(
          new Link(
              href + "#" + GoalPage.anchor(place.objective()),
              number == null ? edition.of(place.objective().title()) : number));
    }
    return way;
  }

  private String health() {
    return indicator.computed() ? edition.say("health." + indicator.standing().health()) : "";
  }

  private @Nullable Known known() {
    return asOf == null
        ? null
        : new Known(
            edition.say("asof.note", "date", edition.dates().inWords(asOf)),
            new Link(edition.routes().indicator(definition.id()), edition.say("asof.now")));
  }

  private AsOf days() {
    LocalDate first = strategy.catalogue().strategy().from();
    LocalDate chosen = asOf == null ? strategy.today() : asOf;
    return new AsOf(first.toString(), strategy.today().toString(), chosen.toString());
  }

  private List<ProjectItem> projects() {
    return strategy.catalogue().projects().stream()
        .filter(project -> project.measures().stream().anyMatch(definition.measures()::contains))
        .map(project -> ProjectItem.of(project, edition))
        .toList();
  }
}
