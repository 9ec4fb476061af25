package si.kazalnik.contract;

import java.util.List;
import java.util.Map;

/**
 * What the ingestion service did with one chunk of one raw partition: a record of the {@code
 * ingestion-ledger} topic, keyed {@link #key()}, written in the same transaction as the chunk's
 * output. Every count that people see is a sum of these.
 *
 * @param schema version of this shape, {@link #SCHEMA}
 * @param provider whose raw topic it was
 * @param topic the raw topic
 * @param partition of the raw topic
 * @param firstOffset of the chunk, inclusive
 * @param lastOffset of the chunk, inclusive; transaction markers lie between
 * @param received events in the chunk: {@code accepted + rejected}
 * @param accepted events that went on to {@code measurements}
 * @param rejected events that went to {@code measurements.rejected}
 * @param codes how many of the rejected for which reason; only reasons that occurred
 * @param receipts the parts of HTTP requests that were in the chunk
 */
public record LedgerEntry(
    int schema,
    String provider,
    String topic,
    int partition,
    long firstOffset,
    long lastOffset,
    long received,
    long accepted,
    long rejected,
    Map<RejectionCode, Long> codes,
    List<ReceiptPart> receipts) {

  /** The version of this shape that this code writes. */
  public static final int SCHEMA = 1;

  /**
   * Events of one HTTP request in the chunk.
   *
   * @param receipt the request's receipt
   * @param firstIndex place of the first of them in the request, from 0
   * @param lastIndex place of the last of them, inclusive
   * @param accepted how many of them were accepted
   * @param rejected how many of them were rejected
   */
  public record ReceiptPart(
      String receipt, int firstIndex, int lastIndex, int accepted, int rejected) {}

  /** {@code topic-partition}: what is done with one raw partition stays in order. */
  public String key() {
    return topic + '-' + partition;
  }
}
