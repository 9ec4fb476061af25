package si.kazalnik.contract.catalogue;

import java.time.Instant;

/**
 * A record of the topics {@code catalogue}, {@code control.measurements} and {@code
 * control.indicators}.
 *
 * @param schema version of this shape, {@link #SCHEMA}
 * @param sequence 1 for the first version published, one more for each later one
 * @param publishedAt by the clock
 * @param origin where it came from
 * @param catalogue the version
 */
public record CataloguePublication(
    int schema, long sequence, Instant publishedAt, Origin origin, Catalogue catalogue) {

  /** The version of this shape that this code writes. */
  public static final int SCHEMA = 1;

  /** Where a version came from. */
  public enum Origin {
    FOLDER,
    PUT
  }
}
