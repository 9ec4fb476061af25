package si.kazalnik.contract;

/**
 * Names of the topics, with the prefix that lets several cities share a cluster.
 *
 * @param prefix put before every name as it is; empty by default
 */
public record Topics(String prefix) {

  /**
   * Partitions of the record of measurements and of all that is computed from it; never changed.
   */
  public static final int PARTITIONS = 12;

  /** Partitions of a provider's raw topic, of rejections and of the ledger. */
  public static final int RAW_PARTITIONS = 3;

  /** Largest record of a raw topic, in bytes. */
  public static final int RAW_MAX_BYTES = 4 * 1024 * 1024;

  /** Largest record of {@code measurements.rejected}, in bytes. */
  public static final int REJECTED_MAX_BYTES = 5 * 1024 * 1024;

  /** Largest record of {@code catalogue} and of the control topics, in bytes. */
  public static final int CATALOGUE_MAX_BYTES = 16 * 1024 * 1024;

  private static final String RAW = "city.measurements.";

  /** The topic on which a provider publishes. */
  public String raw(String provider) {
    return prefix + RAW + provider;
  }

  /** What every raw topic's name begins with. */
  public String rawPrefix() {
    return prefix + RAW;
  }

  /** The provider whose raw topic this is. */
  public String providerOfRaw(String topic) {
    return topic.substring(rawPrefix().length());
  }

  public String measurements() {
    return prefix + "measurements";
  }

  public String rejected() {
    return prefix + "measurements.rejected";
  }

  public String ledger() {
    return prefix + "ingestion-ledger";
  }

  public String catalogue() {
    return prefix + "catalogue";
  }

  public String controlMeasurements() {
    return prefix + "control.measurements";
  }

  public String controlIndicators() {
    return prefix + "control.indicators";
  }

  public String indicatorValues() {
    return prefix + "indicator-values";
  }

  public String deviations() {
    return prefix + "deviations";
  }
}
