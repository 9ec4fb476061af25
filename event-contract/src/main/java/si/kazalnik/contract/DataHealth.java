package si.kazalnik.contract;

/** Do we know? Computed from the latest due periods and the clock when it is read. */
public enum DataHealth {
  FRESH,
  DUE,
  OVERDUE,
  NOT_EXPECTED
}
