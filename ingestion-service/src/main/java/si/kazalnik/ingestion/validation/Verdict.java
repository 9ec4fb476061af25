package si.kazalnik.ingestion.validation;

import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.RejectionCode;

/** What becomes of an event. */
public sealed interface Verdict {

  /** It goes on. */
  record Accepted(AcceptedMeasurement measurement) implements Verdict {}

  /**
   * It is refused.
   *
   * @param code the first rule that it breaks
   * @param message one English sentence that helps to mend it; what it quotes of the event is
   *     shortened and free of control characters
   */
  record Refusal(RejectionCode code, String message) implements Verdict {}
}
