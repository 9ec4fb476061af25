package si.kazalnik.benchmark.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client with several connections that stay open; each sends when its last request is answered.
 * It is the JDK's plain one: a costlier client would hide what the servers cost.
 */
final class Connections implements AutoCloseable {
  private static final int COUNT = 32;
  private static final int ACCEPTED = 202;

  static {
    // Otherwise five stay open.
    System.setProperty("http.maxConnections", Integer.toString(COUNT));
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

  /** Sends all; anything but {@code 202} ends the run. */
  void post(URI uri, Map<String, String> headers, List<byte[]> bodies) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int n = 0; n < COUNT; n++) {
      running.add(
          threads.submit(
              () -> {
                for (int i = next.getAndIncrement();
                    i < bodies.size();
                    i = next.getAndIncrement()) {
                  post(uri, headers, bodies.get(i));
                }
              }));
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      }
    }
  }

  private static void post(URI uri, Map<String, String> headers, byte[] body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length);
      headers.forEach(connection::setRequestProperty);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      if (status != ACCEPTED) {
        throw new IllegalStateException(uri + " answered " + status);
      }
      // Read to its end, so that the connection can be used again.
      try (InputStream in = connection.getInputStream()) {
        in.readAllBytes();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
