package si.kazalnik.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, closed in the opposite order. */
final class Closing implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private record Started(String name, AutoCloseable part) {}

  private final Deque<Started> started = new ArrayDeque<>();
  private boolean closed;

  /** Notes a part; where everything was closed meanwhile it is closed at once. */
  <T extends AutoCloseable> T started(String name, T part) {
    synchronized (started) {
      if (!closed) {
        started.push(new Started(name, part));
        return part;
      }
    }
    close(new Started(name, part));
    return part;
  }

  /** Whether everything was told to close. */
  boolean isClosed() {
    synchronized (started) {
      return closed;
    }
  }

  @Override
  public void close() {
    Deque<Started> toClose;
    synchronized (started) {
      closed = true;
      toClose = new ArrayDeque<>(started);
      started.clear();
    }
    toClose.forEach(Closing::close);
  }

  // One part that does not close must not keep the others open.
  private static void close(Started part) {
    try {
      part.part.close();
      log.info("closed: {}", part.name);
    } catch (Exception e) {
      log.error("{} did not close", part.name, e);
    }
  }
}
