package si.kazalnik.indicator.domain.identity;

/** What became of an event that was accepted: every one is exactly one of these. */
public enum Judgement {
  /** It is the measurement's new winner. */
  APPLIED,
  /** It is equal to the winner. */
  DUPLICATE,
  /** The winner beats it. */
  SUPERSEDED
}
