package si.kazalnik.indicator.store;

import com.mongodb.client.model.Filters;
import java.util.Locale;
import java.util.Map;
import org.bson.conversions.Bson;
import si.kazalnik.contract.IndicatorValue;

/**
 * The {@code _id}s of the values, made so that every query is a range of them: parts joined by
 * {@code |}, which no part holds.
 */
final class ValueIds {

  private ValueIds() {}

  /** {@code indicator|dimensions|period}: the period's latest revision. */
  static String latest(IndicatorValue value) {
    return tuple(value.indicator(), value.dimensions()) + escape(value.period());
  }

  /** {@code indicator|dimensions|period|revision}: one revision; texts sort as numbers do. */
  static String revision(IndicatorValue value) {
    return latest(value) + String.format(Locale.ROOT, "|%09d", value.revision());
  }

  /** What the ids of one indicator's values for one dimension tuple begin with. */
  static String tuple(String indicator, Map<String, String> dimensions) {
    return escape(indicator) + '|' + escape(IndicatorValue.dimensionsKey(dimensions)) + '|';
  }

  /** What the ids of one period's revisions begin with. */
  static String period(String indicator, Map<String, String> dimensions, String period) {
    return tuple(indicator, dimensions) + escape(period) + '|';
  }

  /** All ids of one indicator's values. */
  static Bson ofIndicator(String indicator) {
    return startingWith(escape(indicator) + '|');
  }

  /** All ids that begin with a prefix which ends in {@code |}. */
  static Bson startingWith(String prefix) {
    String after = prefix.substring(0, prefix.length() - 1) + (char) ('|' + 1);
    return Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", after));
  }

  private static String escape(String part) {
    return part.indexOf('|') < 0 && part.indexOf('%') < 0
        ? part
        : part.replace("%", "%25").replace("|", "%7C");
  }
}
