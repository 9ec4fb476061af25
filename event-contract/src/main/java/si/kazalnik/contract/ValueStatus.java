package si.kazalnik.contract;

/** How firm a published value is. */
public enum ValueStatus {
  PROVISIONAL,
  FINAL,
  REVISED
}
