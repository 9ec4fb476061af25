package si.kazalnik.service.kafka;

import java.time.Duration;
import si.kazalnik.contract.Topics;

/** The topics of the contract, as they are to be created. */
public final class ContractTopics {

  /** For how long {@code ingestion-ledger} keeps what became of each chunk. */
  public static final Duration LEDGER_KEPT = Duration.ofDays(30);

  /** For how long {@code measurements.rejected} keeps refused events. */
  public static final Duration REJECTED_KEPT = Duration.ofDays(400);

  private final Topics names;

  public ContractTopics(Topics names) {
    this.names = names;
  }

  public TopicSpec raw(String provider) {
    return TopicSpec.of(names.raw(provider), Topics.RAW_PARTITIONS)
        .retention(Duration.ofDays(14))
        .maxBytes(Topics.RAW_MAX_BYTES);
  }

  public TopicSpec measurements() {
    return TopicSpec.of(names.measurements(), Topics.PARTITIONS);
  }

  public TopicSpec rejected() {
    return TopicSpec.of(names.rejected(), Topics.RAW_PARTITIONS)
        .retention(REJECTED_KEPT)
        .maxBytes(Topics.REJECTED_MAX_BYTES);
  }

  public TopicSpec ledger() {
    return TopicSpec.of(names.ledger(), Topics.RAW_PARTITIONS).retention(LEDGER_KEPT);
  }

  public TopicSpec catalogue() {
    return TopicSpec.of(names.catalogue(), 1).maxBytes(Topics.CATALOGUE_MAX_BYTES);
  }

  public TopicSpec controlMeasurements() {
    return TopicSpec.of(names.controlMeasurements(), Topics.PARTITIONS)
        .maxBytes(Topics.CATALOGUE_MAX_BYTES);
  }

  public TopicSpec controlIndicators() {
    return TopicSpec.of(names.controlIndicators(), Topics.PARTITIONS)
        .maxBytes(Topics.CATALOGUE_MAX_BYTES);
  }

  public TopicSpec indicatorValues() {
    return TopicSpec.of(names.indicatorValues(), Topics.PARTITIONS).compacted();
  }

  public TopicSpec deviations() {
    return TopicSpec.of(names.deviations(), Topics.PARTITIONS).compacted();
  }
}
