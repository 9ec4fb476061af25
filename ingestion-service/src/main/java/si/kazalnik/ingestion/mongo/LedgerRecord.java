package si.kazalnik.ingestion.mongo;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.UnreadableRecordException;

/**
 * Reads a record of {@code ingestion-ledger}; what is none must not stop its partition for ever.
 */
final class LedgerRecord {

  private LedgerRecord() {}

  /**
   * The entry.
   *
   * @throws UnreadableRecordException where there is none whole, or its counts don't add up
   */
  static LedgerEntry read(byte @Nullable [] json) {
    LedgerEntry entry = ContractJson.readWhole(json, LedgerEntry.class);
    if (entry.accepted() < 0
        || entry.rejected() < 0
        || entry.received() != entry.accepted() + entry.rejected()) {
      throw new UnreadableRecordException(
          "unreadable as LedgerEntry: received is not accepted and rejected together");
    }
    return entry;
  }
}
