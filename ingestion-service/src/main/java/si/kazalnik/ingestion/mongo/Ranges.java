package si.kazalnik.ingestion.mongo;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** Ids that lie together: {@code parent/child}. */
final class Ranges {

  private static final char SEPARATOR = '/';

  private Ranges() {}

  static String child(String parent, String name) {
    return parent + SEPARATOR + name;
  }

  /** All children of a parent, by a range of ids alone. */
  static Bson under(String parent) {
    return Filters.and(
        Filters.gte("_id", parent + SEPARATOR), Filters.lt("_id", parent + (char) (SEPARATOR + 1)));
  }
}
