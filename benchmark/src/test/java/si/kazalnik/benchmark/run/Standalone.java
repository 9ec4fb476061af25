package si.kazalnik.benchmark.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The standalone as a child process that can be killed and started again on the same data. */
final class Standalone implements Product {
  private static final int[] PORTS = {8080, 8081, 8082, 9080, 9081, 9082, 9092, 27017, 2525, 8025};
  private static final int START_SECONDS = 600;
  private static final String NAME = "standalone";

  private final Path catalogue;
  private final Path data;
  private final Instant clock;
  private final int offset;
  private final Path log;
  private volatile @Nullable Process process;
  private volatile boolean ending;
  private final Chronicle chronicle = new Chronicle();

  Standalone(Path folder, Path catalogue, Instant clock) throws IOException {
    this.catalogue = catalogue;
    this.data = Files.createDirectories(folder.resolve("data"));
    this.clock = clock;
    this.offset = freeOffset();
    this.log = folder.resolve("standalone.log");
  }

  @Override
  public int port(int base) {
    return base + offset;
  }

  @Override
  public List<Integer> clocks() {
    return List.of(port(9080));
  }

  @Override
  public String kafka() {
    return "localhost:" + port(9092);
  }

  @Override
  public List<Mail> mails() throws IOException {
    return Mail.in(data.resolve("inbox"), kept -> chronicle.mayBeForgotten(NAME, kept));
  }

  @Override
  public String keyOf(String provider) throws IOException {
    return key("provider." + provider);
  }

  @Override
  public String operatorKey() throws IOException {
    return key("operator");
  }

  private String key(String name) throws IOException {
    Properties keys = new Properties();
    try (var text = Files.newBufferedReader(data.resolve("keys.properties"))) {
      keys.load(text);
    }
    String key = keys.getProperty(name);
    if (key == null) {
      throw new IllegalStateException("no key " + name);
    }
    return key;
  }

  /** Starts it and waits for its line `Ready`. */
  void start() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "si.kazalnik.standalone.Standalone",
                "--empty",
                "--clock",
                clock.toString(),
                "--catalogue",
                catalogue.toString(),
                "--data",
                data.toString(),
                "--port-offset",
                Integer.toString(offset)));
    ending = false;
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    CountDownLatch ready = new CountDownLatch(1);
    Thread reader = new Thread(() -> copy(started, ready), "standalone-output");
    reader.setDaemon(true);
    reader.start();
    for (int second = 0; second < START_SECONDS; second++) {
      if (ready.await(1, TimeUnit.SECONDS)) {
        return;
      }
      if (!started.isAlive()) {
        throw new IllegalStateException("the standalone ended at its start, see " + log);
      }
    }
    throw new IllegalStateException("the standalone is not ready, see " + log);
  }

  private void copy(Process started, CountDownLatch ready) {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        var out =
            Files.newBufferedWriter(
                log,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        if (line.startsWith("Ready")) {
          ready.countDown();
        }
      }
    } catch (IOException closed) {
      // The stream of a process that is being ended may end like this.
      if (!ending) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  /** SIGKILL, and waits until it is gone. */
  void kill() throws InterruptedException {
    Process running = process;
    ending = true;
    if (running != null) {
      running.destroyForcibly();
      running.waitFor();
      chronicle.killed(NAME);
    }
  }

  /** Ends it in order, or kills it if it takes too long. */
  @Override
  public void close() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    ending = true;
    running.destroy();
    try {
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException stop) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freeOffset() {
    for (int attempt = 0; attempt < 200; attempt++) {
      // None among the cluster's, whose tests run beside these, or among those that the system
      // gives to outgoing connections: one could take the port of what is dead for a moment.
      int offset = 1_000 + ThreadLocalRandom.current().nextInt(4_700);
      if (free(offset)) {
        return offset;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean free(int offset) {
    for (int port : PORTS) {
      try (ServerSocket probe =
          new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
        probe.getLocalPort();
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
