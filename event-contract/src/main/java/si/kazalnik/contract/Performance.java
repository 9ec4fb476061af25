package si.kazalnik.contract;

/** Is the target met? Null stands for unjudged wherever this is used. */
public enum Performance {
  MET,
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  MISSED,
  NOT_DUE,
  NO_TARGET;

  /** Whether this is one of the five verdicts, as opposed to a reason for having none. */
  public boolean isVerdict() {
    return this != NOT_DUE && this != NO_TARGET;
  }
}
