package si.kazalnik.indicator.published;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import si.kazalnik.contract.IndicatorValue;

/**
 * The published values, wherever they are kept; lists are sorted by period. An interface, so that
 * API and pages are tested on made records without a database.
 */
public interface PublishedValues {

  /** Changes whenever any value has changed. */
  String version();

  /** The latest revision of each headline period, by indicator. */
  Map<String, List<IndicatorValue>> currentHeadlines(Collection<String> indicators);

  /** The latest revision of each period of one dimension tuple. */
  List<IndicatorValue> current(String indicator, Map<String, String> dimensions);

  /** The last revision computed at or before the instant, of each period closed by then. */
  List<IndicatorValue> asOf(String indicator, Map<String, String> dimensions, Instant at);

  /** Every revision of a headline period, oldest first. */
  List<IndicatorValue> revisions(String indicator, String period);
}
