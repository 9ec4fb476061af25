package si.kazalnik.service.clock;

/** The clock can't be moved like that; the message says why. */
public final class ClockRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClockRefusedException(String message) {
    super(message);
  }
}
