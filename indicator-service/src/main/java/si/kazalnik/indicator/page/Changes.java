package si.kazalnik.indicator.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** What was published and revised last. */
final class Changes {

  private static final Comparator<News> NEWEST =
      Comparator.comparing((News news) -> news.value.computedAt())
          .thenComparing(news -> news.value.end())
          .reversed();

  private Changes() {}

  private record News(PublishedIndicator indicator, IndicatorValue value) {}

  static ChangesView page(PublishedStrategy strategy, Edition edition, int most) {
    Frame frame =
        new Frames(edition, strategy)
            .around(
                edition.say("page.title", "title", edition.say("changes.h1")),
                edition.say("changes.lead"),
                Routes::changes);
    List<Change> changes =
        news(strategy).stream().limit(most).map(each -> change(each, strategy, edition)).toList();
    return new ChangesView(frame, changes);
  }

  /** The newest of each indicator. */
  static List<Change> perIndicator(PublishedStrategy strategy, Edition edition, int most) {
    Set<String> seen = new HashSet<>();
    return news(strategy).stream()
        .filter(each -> seen.add(each.indicator.id()))
        .limit(most)
        .map(each -> change(each, strategy, edition))
        .toList();
  }

  private static List<News> news(PublishedStrategy strategy) {
    List<News> all = new ArrayList<>();
    for (PublishedIndicator indicator : strategy.all()) {
      Performance before = null;
      for (IndicatorValue value : indicator.values()) {
        if (isNews(indicator, value, before)) {
          all.add(new News(indicator, value));
        }
        Performance performance = value.performance();
        before = performance != null && performance.isVerdict() ? performance : before;
      }
    }
    all.sort(NEWEST);
    return all;
  }

  // What closes every day or week is news only where it says something new.
  private static boolean isNews(
      PublishedIndicator indicator, IndicatorValue value, @Nullable Performance before) {
    if (value.revision() == 0 || value.reason() == NoValueReason.NOT_YET_COMPUTED) {
      return false;
    }
    Frequency frequency = indicator.definition().reporting().frequency();
    boolean rare = frequency == null || frequency.isCoarserThan(Frequency.WEEK);
    Performance performance = value.performance();
    boolean turned = performance != null && performance.isVerdict() && performance != before;
    return value.revision() > 1 || turned || (rare && (value.value() != null || value.due()));
  }

  private static Change change(News news, PublishedStrategy strategy, Edition edition) {
    IndicatorValue value = news.value;
    ZoneId zone = strategy.catalogue().strategy().timeZone();
    LocalDate day = LocalDate.ofInstant(value.computedAt(), zone);
    Performance performance = value.performance();
    boolean judged = performance != null && performance.isVerdict();
    State state = judged ? State.of(Objects.requireNonNull(performance)) : State.NOT_DUE;
    return new Change(
        day.toString(),
        edition.dates().day(day),
        new Link(
            edition.routes().indicator(news.indicator.id()),
            edition.of(news.indicator.definition().title())),
        text(news, edition),
        judged ? new Chip(state, edition.word(state)) : null,
        news.indicator.illustrativeValue());
  }

  private static String text(News news, Edition edition) {
    String period = edition.periods().of(news.value.period());
    if (news.value.value() == null) {
      return edition.say("change.none", "period", period);
    }
    Amounts amounts = new Amounts(edition, news.indicator.definition(news.value));
    String number = amounts.value(news.value.value());
    return edition.say(
        news.value.revision() > 1 ? "change.revised" : "change.final",
        "period",
        period,
        "value",
        number);
  }
}
