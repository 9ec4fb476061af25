package si.kazalnik.indicator.store;

import static si.kazalnik.indicator.store.ValueCollections.JSON;
import static si.kazalnik.indicator.store.ValueCollections.RECORD;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.IndicatorValue;

/**
 * The published values, as MongoDB has them. Headlines are held in memory and read again only when
 * their version says that they have changed, so that a page over all indicators costs one small
 * query. Safe for use by several threads. Every method throws {@link com.mongodb.MongoException}
 * where the database can't be reached.
 */
public final class ValueStore {

  private static final Comparator<IndicatorValue> IN_ORDER =
      Comparator.comparing(IndicatorValue::end)
          .thenComparing(IndicatorValue::start)
          .thenComparing(IndicatorValue::period)
          .thenComparing(IndicatorValue::revision);

  /** The id of the version of the whole among those of the indicators. */
  static final String WHOLE = "*";

  private final ValueCollections collections;
  private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();

  ValueStore(ValueCollections collections) {
    this.collections = collections;
  }

  /**
   * Changes whenever any value has changed, on whatever replica; never comes back to an earlier
   * one. Empty before the first value. For caches and {@code ETag}s.
   */
  public String version() {
    Document found = collections.versions().find(Filters.eq("_id", WHOLE)).first();
    return found == null ? "" : found.getString("version");
  }

  /** The latest revision of each of the indicator's periods without dimensions, by period. */
  public List<IndicatorValue> current(String indicator) {
    return currentHeadlines(List.of(indicator)).getOrDefault(indicator, List.of());
  }

  /** {@link #current} of several indicators, in the order given; one small query if unchanged. */
  public Map<String, List<IndicatorValue>> currentHeadlines(Collection<String> indicators) {
    Map<String, String> versions = versionsOf(indicators);
    Map<String, List<IndicatorValue>> found = new LinkedHashMap<>();
    for (String indicator : indicators) {
      String version = versions.get(indicator);
      found.put(indicator, version == null ? List.of() : snapshot(indicator, version).values());
    }
    return found;
  }

  /** The latest revision of each of the indicator's periods for one dimension tuple. */
  public List<IndicatorValue> current(String indicator, Map<String, String> dimensions) {
    return dimensions.isEmpty()
        ? current(indicator)
        : read(collections.latest(), ValueIds.startingWith(ValueIds.tuple(indicator, dimensions)));
  }

  /**
   * What was known at an instant: of each period that had closed by then the last revision computed
   * at or before it, by period.
   */
  public List<IndicatorValue> asOf(String indicator, Map<String, String> dimensions, Instant at) {
    Map<String, IndicatorValue> known = new LinkedHashMap<>();
    Bson range = ValueIds.startingWith(ValueIds.tuple(indicator, dimensions));
    for (IndicatorValue value : read(collections.revisions(), range)) {
      if (value.revision() > 0 && !value.computedAt().isAfter(at)) {
        known.put(value.period(), value);
      }
    }
    return List.copyOf(known.values());
  }

  /** Every revision of one period, oldest first. */
  public List<IndicatorValue> revisions(
      String indicator, String period, Map<String, String> dimensions) {
    return read(
        collections.revisions(),
        ValueIds.startingWith(ValueIds.period(indicator, dimensions, period)));
  }

  private Map<String, String> versionsOf(Collection<String> indicators) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (Document each : collections.versions().find(Filters.in("_id", indicators))) {
      versions.put(each.getString("_id"), each.getString("version"));
    }
    return versions;
  }

  private Snapshot snapshot(String indicator, String version) {
    Snapshot held = snapshots.get(indicator);
    if (held != null && held.version().equals(version)) {
      return held;
    }
    // The version is read before the values: what arrives between is read once more, never missed.
    Bson range = ValueIds.startingWith(ValueIds.tuple(indicator, Map.of()));
    Snapshot fresh = new Snapshot(version, read(collections.latest(), range));
    snapshots.put(indicator, fresh);
    return fresh;
  }

  private static List<IndicatorValue> read(MongoCollection<Document> collection, Bson range) {
    List<IndicatorValue> values = new ArrayList<>();
    for (Document each : collection.find(range)) {
      @Nullable Document record = each.get(RECORD, Document.class);
      if (record != null) {
        byte[] json = record.getString(JSON).getBytes(StandardCharsets.UTF_8);
        values.add(ContractJson.read(json, IndicatorValue.class));
      }
    }
    values.sort(IN_ORDER);
    return List.copyOf(values);
  }

  private record Snapshot(String version, List<IndicatorValue> values) {}
}
