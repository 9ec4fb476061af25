package si.kazalnik.contract;

/** Why a period has no value. */
public enum NoValueReason {
  NO_MEASUREMENTS,
  MISSING_INPUT,
  TOO_FEW,
  DIVISION_BY_ZERO,
  SUPPRESSED,
  NOT_YET_COMPUTED
}
