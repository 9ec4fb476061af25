package si.kazalnik.notification.rules;

/** Why a notice makes no mail. */
public enum Suppression {
  /** The deviation lies in an older period than the latest judged one, or within the grace. */
  NOT_LATEST_PERIOD,
  /** The judged target is illustrative; the strategy office is told instead. */
  ILLUSTRATIVE_TARGET,
  /** It had ended before this service read that it began. */
  OVER_BEFORE_READ,
  /** The deviation came back before it was told: only that it is there is told. */
  CAME_BACK,
  /**
   * It was taken in before the database was lost or restored from a copy; what was told then is
   * taken as told.
   */
  READ_BEFORE
}
