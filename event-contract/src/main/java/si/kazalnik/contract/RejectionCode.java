package si.kazalnik.contract;

/** Why an event was refused, in the order in which the checks are made. Stable for ever. */
public enum RejectionCode {
  TOO_LARGE,
  MALFORMED,
  UNKNOWN_TYPE,
  SOURCE_MISMATCH,
  BAD_REVISION,
  UNKNOWN_SERIES,
  NOT_YOUR_SERIES,
  WRONG_UNIT,
  NOT_A_NUMBER,
  OUT_OF_RANGE,
  BAD_TIME,
  TOO_OLD,
  UNKNOWN_DIMENSION,
  UNKNOWN_DIMENSION_VALUE,
  MISSING_DIMENSION,
  UNKNOWN_SUBJECT,
  MISSING_KEY
}
