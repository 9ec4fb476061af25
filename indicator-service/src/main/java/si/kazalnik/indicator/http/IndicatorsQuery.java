package si.kazalnik.indicator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** Which indicators are asked for, or why the question is wrong. */
sealed interface IndicatorsQuery {

  /** Most on one page; also what one gets without asking. */
  int MOST = 1000;

  /** A good question: a page of indicators, and the cursor of the next. */
  record Asked(List<PublishedIndicator> indicators, @Nullable String next)
      implements IndicatorsQuery {}

  /** A sentence that names the parameter and what is allowed. */
  record Refused(String detail) implements IndicatorsQuery {}

  /** No such goal; {@code known} are there. */
  record UnknownGoal(String id, List<String> known) implements IndicatorsQuery {}

  static IndicatorsQuery read(PublishedStrategy strategy, Parameters query) {
    Optional<String> fault = query.fault("goal", "limit", "cursor", "format");
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    String goalId = query.get("goal");
    Optional<Goal> goal = strategy.index().goal(goalId == null ? "" : goalId);
    if (goalId != null && goal.isEmpty()) {
      return new UnknownGoal(goalId, strategy.index().goals().stream().map(Goal::id).toList());
    }
    List<PublishedIndicator> all =
        goal.map(strategy::of).orElseGet(() -> List.copyOf(strategy.all()));
    String limit = query.get("limit");
    if (limit != null && !limit.matches("[1-9][0-9]{0,2}|1000")) {
      return new Refused("`limit` is " + Quoted.of(limit) + "; allowed is 1 to " + MOST);
    }
    int from = 0;
    String cursor = query.get("cursor");
    if (cursor != null) {
      List<String> ids = all.stream().map(PublishedIndicator::id).toList();
      from = ids.indexOf(decoded(cursor)) + 1;
      if (from == 0) {
        return new Refused("`cursor` is not one that this list gave as `next`; begin without it");
      }
    }
    return page(all, from, limit == null ? MOST : Integer.parseInt(limit));
  }

  private static IndicatorsQuery page(List<PublishedIndicator> all, int from, int limit) {
    List<PublishedIndicator> page = all.subList(from, Math.min(all.size(), from + limit));
    boolean more = from + page.size() < all.size();
    return new Asked(page, more ? encoded(page.get(page.size() - 1).id()) : null);
  }

  private static String encoded(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return "";
    }
  }
}
