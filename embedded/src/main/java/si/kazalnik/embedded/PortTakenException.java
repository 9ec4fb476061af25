package si.kazalnik.embedded;

/** Somebody else listens on a port that was asked for. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;

  PortTakenException(int port) {
    super("port " + port + " on the loopback address is taken");
    this.port = port;
  }

  /** The port. */
  public int port() {
    return port;
  }
}
