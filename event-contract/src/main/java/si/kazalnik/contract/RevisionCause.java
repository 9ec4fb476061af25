package si.kazalnik.contract;

/** Why a closed period was published again; the first that applies is named. */
public enum RevisionCause {
  DEFINITION,
  WITHDRAWAL,
  CORRECTION,
  COVERAGE,
  LATE
}
