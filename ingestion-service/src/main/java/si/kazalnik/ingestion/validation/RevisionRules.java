package si.kazalnik.ingestion.validation;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventType;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.ingestion.json.Json;
import si.kazalnik.ingestion.json.JsonNumber;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/**
 * Revisions: 1 or absent on what is told for the first time, a whole number of 2 or more on what
 * corrects or withdraws. The greatest is {@link #GREATEST}, as many digits as any number may have.
 */
final class RevisionRules {

  static final long GREATEST = 999_999_999_999_999_999L;

  private static final int MOST_DIGITS = 18;

  private RevisionRules() {}

  static @Nullable Refusal check(EventType type, @Nullable Json revision) {
    boolean first = type == EventType.RECORDED || type == EventType.COMPLETED;
    if (revision == null && first) {
      return null;
    }
    if (revision instanceof Json.Num num && isWhole(num.value())) {
      long number = num.value().toBigDecimal().longValueExact();
      if (first ? number == 1 : number >= 2) {
        return null;
      }
    }
    String found =
        revision == null
            ? "has none"
            : "has " + (revision instanceof Json.Num ? "another" : revision.kind());
    return new Refusal(
        RejectionCode.BAD_REVISION,
        first
            ? "`revision` must be 1 or absent on "
                + type.cloudEventType()
                + ", which "
                + found
                + "; a later revision is a correction"
            : "`revision` must be a whole number from 2 to "
                + GREATEST
                + " on "
                + type.cloudEventType()
                + ", which "
                + found);
  }

  /** The revision that {@link #check} has let pass. */
  static long of(@Nullable Json revision) {
    return revision instanceof Json.Num num ? num.value().toBigDecimal().longValueExact() : 1;
  }

  private static boolean isWhole(JsonNumber number) {
    return number.isInteger() && number.integerDigits() <= MOST_DIGITS;
  }
}
