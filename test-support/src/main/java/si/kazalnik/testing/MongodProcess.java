package si.kazalnik.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.embedded.LoopbackPorts;

/** A {@code mongod} as a child of this process, with a folder of its own; it ends with it. */
public final class MongodProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private MongodProcess() {}

  /** What {@code MONGOD} names, else {@code mongod} on the path. */
  public static Optional<Path> find() {
    Stream<Path> named = Stream.ofNullable(System.getenv("MONGOD")).map(Path::of);
    Stream<Path> onPath =
        Stream.ofNullable(System.getenv("PATH"))
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
            .map(folder -> Path.of(folder, "mongod"));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  /** Starts it and returns its connection string when it takes clients. */
  static String start(Path program) {
    Path folder = TemporaryFolder.make("mongod");
    Path log = folder.resolve("mongod.log");
    int port = LoopbackPorts.free();
    try {
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--dbpath",
                  folder.toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind_ip",
                  "127.0.0.1",
                  "--nounixsocket",
                  "--wiredTigerCacheSizeGB",
                  "0.25")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      TemporaryFolder.whenTheProcessEnds(folder, () -> stop(process));
      awaitAnswer(process, port, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + program, e);
    }
    return "mongodb://127.0.0.1:" + port;
  }

  private static void awaitAnswer(Process process, int port, Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    @Nullable IOException last = null;
    while (System.nanoTime() < deadline) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        last = notYet;
      }
      if (ended(process, 100)) {
        throw new IOException("mongod ended at once:\n" + Files.readString(log), last);
      }
    }
    throw new IOException("mongod does not answer on port " + port, last);
  }

  private static void stop(Process process) {
    process.destroy();
    if (!ended(process, 10_000)) {
      process.destroyForcibly();
    }
  }

  private static boolean ended(Process process, long milliseconds) {
    try {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
