package si.kazalnik.ingestion.mongo;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * Reads a record of {@code ingestion-ledger}; what lacks a part that every entry has is none, and
 * must not stop its partition for ever.
 */
final class LedgerRecord {

  private LedgerRecord() {}

  /**
   * The entry.
   *
   * @throws UnreadableRecordException where there is none, or its counts don't add up
   */
  static LedgerEntry read(byte @Nullable [] json) {
    if (json == null) {
      throw new UnreadableRecordException("not a LedgerEntry: the record has no value");
    }
    LedgerEntry entry = ContractJson.read(json, LedgerEntry.class);
    if (!isWhole(entry)) {
      throw new UnreadableRecordException(
          "not a LedgerEntry: it lacks provider, codes or receipts");
    }
    if (entry.accepted() < 0
        || entry.rejected() < 0
        || entry.received() != entry.accepted() + entry.rejected()) {
      throw new UnreadableRecordException(
          "not a LedgerEntry: received is not accepted and rejected together");
    }
    return entry;
  }

  // The codec leaves null what is not there, whatever the record's signature says.
  private static boolean isWhole(@Nullable LedgerEntry entry) {
    return entry != null
        && Stream.of(entry.provider(), entry.codes(), entry.receipts()).allMatch(Objects::nonNull)
        && !entry.codes().containsValue(null)
        && entry.receipts().stream().allMatch(part -> part != null && part.receipt() != null);
  }
}
