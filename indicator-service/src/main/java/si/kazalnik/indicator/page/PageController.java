package si.kazalnik.indicator.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.page.IndicatorView.Computation;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.indicator.published.PublishedValues;

/** The pages, at the addresses that {@link Routes} gives them. */
@Controller
class PageController {

  private static final int CHANGES = 60;
  private static final int REVISED = 12;
  private static final Edition SL = Edition.in(Language.SL);
  private static final Edition EN = Edition.in(Language.EN);

  private final PublishedStrategies strategies;
  private final PublishedValues values;
  private final Pages pages;
  private final Missing missing;

  PageController(
      PublishedStrategies strategies, PublishedValues values, Pages pages, Missing missing) {
    this.strategies = strategies;
    this.values = values;
    this.pages = pages;
    this.missing = missing;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> slovene() {
    return page(SL, strategy -> pages.show(SL, "home.jte", HomePage.of(strategy, SL)));
  }

  @GetMapping("/en/")
  ResponseEntity<byte[]> english() {
    return page(EN, strategy -> pages.show(EN, "home.jte", HomePage.of(strategy, EN)));
  }

  @GetMapping("/en")
  ResponseEntity<Void> toEnglish() {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .header("Location", EN.routes().home())
        .build();
  }

  @GetMapping("/cilji/{id}")
  ResponseEntity<byte[]> sloveneGoal(@PathVariable String id) {
    return goal(SL, id);
  }

  @GetMapping("/en/goals/{id}")
  ResponseEntity<byte[]> englishGoal(@PathVariable String id) {
    return goal(EN, id);
  }

  @GetMapping("/kazalniki/{id}")
  ResponseEntity<byte[]> sloveneIndicator(
      @PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
    return indicator(SL, id, asOf);
  }

  @GetMapping("/en/indicators/{id}")
  ResponseEntity<byte[]> englishIndicator(
      @PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
    return indicator(EN, id, asOf);
  }

  @GetMapping("/iskanje")
  ResponseEntity<byte[]> sloveneSearch(@RequestParam(required = false) @Nullable String q) {
    return page(SL, strategy -> pages.show(SL, "search.jte", Search.page(strategy, SL, q)));
  }

  @GetMapping("/en/search")
  ResponseEntity<byte[]> englishSearch(@RequestParam(required = false) @Nullable String q) {
    return page(EN, strategy -> pages.show(EN, "search.jte", Search.page(strategy, EN, q)));
  }

  @GetMapping("/spremembe")
  ResponseEntity<byte[]> sloveneChanges() {
    return page(SL, s -> pages.show(SL, "changes.jte", Changes.page(s, SL, CHANGES)));
  }

  @GetMapping("/en/changes")
  ResponseEntity<byte[]> englishChanges() {
    return page(EN, s -> pages.show(EN, "changes.jte", Changes.page(s, EN, CHANGES)));
  }

  @GetMapping("/odprti-podatki")
  ResponseEntity<byte[]> sloveneData() {
    return prose(SL, Prose.OPEN_DATA);
  }

  @GetMapping("/en/open-data")
  ResponseEntity<byte[]> englishData() {
    return prose(EN, Prose.OPEN_DATA);
  }

  @GetMapping("/metoda")
  ResponseEntity<byte[]> sloveneMethod() {
    return prose(SL, Prose.METHOD);
  }

  @GetMapping("/en/method")
  ResponseEntity<byte[]> englishMethod() {
    return prose(EN, Prose.METHOD);
  }

  @GetMapping("/dostopnost")
  ResponseEntity<byte[]> sloveneAccessibility() {
    return prose(SL, Prose.ACCESSIBILITY);
  }

  @GetMapping("/en/accessibility")
  ResponseEntity<byte[]> englishAccessibility() {
    return prose(EN, Prose.ACCESSIBILITY);
  }

  private ResponseEntity<byte[]> page(
      Edition edition, Function<PublishedStrategy, ResponseEntity<byte[]>> render) {
    return strategies.now().map(render).orElseGet(() -> missing.starting(edition));
  }

  private ResponseEntity<byte[]> prose(Edition edition, Prose prose) {
    return page(
        edition,
        strategy ->
            pages.show(edition, prose.template(edition.language()), prose.page(strategy, edition)));
  }

  private ResponseEntity<byte[]> goal(Edition edition, String id) {
    return page(
        edition,
        strategy ->
            strategy
                .index()
                .goal(id)
                .map(goal -> pages.show(edition, "goal.jte", GoalPage.of(strategy, edition, goal)))
                .orElseGet(() -> missing.at(edition, strategy, id)));
  }

  private ResponseEntity<byte[]> indicator(Edition edition, String id, @Nullable String asOf) {
    return page(
        edition,
        strategy ->
            strategy
                .indicator(id)
                .map(indicator -> indicator(edition, strategy, indicator, asOf))
                .orElseGet(() -> missing.at(edition, strategy, id)));
  }

  private ResponseEntity<byte[]> indicator(
      Edition edition, PublishedStrategy strategy, PublishedIndicator now, @Nullable String asked) {
    LocalDate day = dayBefore(strategy, asked);
    Instant until = day == null ? Instant.MAX : endOf(day, strategy);
    PublishedIndicator shown = day == null ? now : strategies.asOf(strategy, now, until);
    List<List<IndicatorValue>> revisions =
        IndicatorPage.revised(shown, REVISED).stream()
            .map(period -> values.revisions(shown.id(), period))
            .map(all -> all.stream().filter(v -> !v.computedAt().isAfter(until)).toList())
            .toList();
    IndicatorPage page =
        new IndicatorPage(
            strategy, edition, shown, day, computation(edition, strategy, now, shown));
    return pages.show(edition, "indicator.jte", page.view(revisions));
  }

  private @Nullable Computation computation(
      Edition edition,
      PublishedStrategy strategy,
      PublishedIndicator now,
      PublishedIndicator shown) {
    IndicatorValue value = Workings.shown(shown);
    return value == null
        ? null
        : strategies
            .behind(strategy, shown, value, now.values().contains(value))
            .map(then -> Workings.of(edition, then, value))
            .orElse(null);
  }

  // A day that is none, or not past yet, asks for the page of today.
  private static @Nullable LocalDate dayBefore(PublishedStrategy strategy, @Nullable String asked) {
    if (asked == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(asked);
      return day.isBefore(strategy.today()) ? day : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static Instant endOf(LocalDate day, PublishedStrategy strategy) {
    ZoneId zone = strategy.catalogue().strategy().timeZone();
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
  }
}
