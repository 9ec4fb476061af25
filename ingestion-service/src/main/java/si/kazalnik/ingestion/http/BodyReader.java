package si.kazalnik.ingestion.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Reads a request's body up to a limit and a deadline. What is announced as larger is not read at
 * all; what turns out larger is not kept.
 */
final class BodyReader {

  /** Largest body, in bytes. */
  static final int LARGEST = 4 * 1024 * 1024;

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final int STEP = 16 * 1024;

  private BodyReader() {}

  /** What came of reading. */
  sealed interface Body {
    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Whole(byte[] bytes) implements Body {}

    /** More than {@link #LARGEST}. */
    record TooLarge() implements Body {}

    /** The client was too slow. */
    record TooSlow() implements Body {}
  }

  /**
   * @param announced length by {@code Content-Length}, negative where there is none
   * @throws IOException where the connection broke
   */
  static Body read(InputStream in, long announced) throws IOException {
    if (announced > LARGEST) {
      return new Body.TooLarge();
    }
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(STEP, (int) announced));
    byte[] step = new byte[STEP];
    try {
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        if (bytes.size() + n > LARGEST) {
          return new Body.TooLarge();
        }
        bytes.write(step, 0, n);
        if (System.nanoTime() > deadline) {
          return new Body.TooSlow();
        }
      }
    } catch (SocketTimeoutException silent) {
      return new Body.TooSlow();
    }
    return new Body.Whole(bytes.toByteArray());
  }
}
