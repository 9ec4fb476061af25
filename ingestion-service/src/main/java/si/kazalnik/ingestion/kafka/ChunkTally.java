package si.kazalnik.ingestion.kafka;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.RejectionCode;

/** Counts what is done with one raw partition in one poll. */
final class ChunkTally {

  /** Receipts in one entry, so that a ledger record stays small. */
  private static final int MOST_RECEIPTS = 1000;

  private final String provider;
  private final TopicPartition partition;
  private final List<LedgerEntry> full = new ArrayList<>();
  private final Map<RejectionCode, Long> codes = new EnumMap<>(RejectionCode.class);
  private final Map<String, LedgerEntry.ReceiptPart> receipts = new LinkedHashMap<>();
  private long first = -1;
  private long last;
  private long accepted;
  private long rejected;

  ChunkTally(String provider, TopicPartition partition) {
    this.provider = provider;
    this.partition = partition;
  }

  void accepted(long offset, Sender sender) {
    at(offset);
    accepted++;
    part(sender, 1, 0);
  }

  void rejected(long offset, Sender sender, RejectionCode code) {
    at(offset);
    rejected++;
    codes.merge(code, 1L, Long::sum);
    part(sender, 0, 1);
  }

  /** Everything counted so far; the tally is spent. */
  List<LedgerEntry> entries() {
    close();
    return full;
  }

  private void at(long offset) {
    if (receipts.size() == MOST_RECEIPTS) {
      close();
    }
    if (first < 0) {
      first = offset;
    }
    last = offset;
  }

  private void part(Sender sender, int acceptedOne, int rejectedOne) {
    String receipt = sender.receipt();
    if (receipt != null) {
      int index = sender.index();
      receipts.merge(
          receipt,
          new LedgerEntry.ReceiptPart(receipt, index, index, acceptedOne, rejectedOne),
          ChunkTally::together);
    }
  }

  private static LedgerEntry.ReceiptPart together(
      LedgerEntry.ReceiptPart a, LedgerEntry.ReceiptPart b) {
    return new LedgerEntry.ReceiptPart(
        a.receipt(),
        Math.min(a.firstIndex(), b.firstIndex()),
        Math.max(a.lastIndex(), b.lastIndex()),
        a.accepted() + b.accepted(),
        a.rejected() + b.rejected());
  }

  private void close() {
    if (first < 0) {
      return;
    }
    full.add(
        new LedgerEntry(
            LedgerEntry.SCHEMA,
            provider,
            partition.topic(),
            partition.partition(),
            first,
            last,
            accepted + rejected,
            accepted,
            rejected,
            new EnumMap<>(codes),
            List.copyOf(receipts.values())));
    codes.clear();
    receipts.clear();
    first = -1;
    accepted = 0;
    rejected = 0;
  }
}
