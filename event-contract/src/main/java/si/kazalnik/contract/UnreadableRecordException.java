package si.kazalnik.contract;

/** A record of one of our own topics is not of the shape that it should have. */
public final class UnreadableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /** One that is JSON of the right shape, but lacks what every such record has. */
  public UnreadableRecordException(String message) {
    super(message);
  }
}
