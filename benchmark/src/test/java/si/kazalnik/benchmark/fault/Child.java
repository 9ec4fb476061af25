package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process that is ended and started again; what it says goes to a file. */
final class Child {
  private static final int SECONDS_TO_STOP = 60;
  private static final int DIED_OF_SIGKILL = 128 + 9;

  private final String name;
  private final Path log;
  private volatile @Nullable Process process;
  private volatile boolean over;
  private long saidBefore;

  Child(String name, Path log) {
    this.name = name;
    this.log = log;
  }

  /** Our own class path and little memory: many of them share a small machine. */
  static List<String> java(int megabytes, Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(arguments);
    return command;
  }

  synchronized void start(List<String> command) throws IOException {
    if (over) {
      throw new IOException(name + " is not to be started any more");
    }
    saidBefore = Files.exists(log) ? Files.size(log) : 0;
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    if (over) {
      started.destroyForcibly();
    }
  }

  /** SIGKILL; it is gone when this returns. Answers whether that is what it died of. */
  synchronized boolean kill() throws InterruptedException {
    Process running = process;
    process = null;
    if (running == null) {
      return false;
    }
    running.destroyForcibly();
    return running.waitFor() == DIED_OF_SIGKILL;
  }

  /** Killed for good: it is not started again. Waits for nobody who has a hand on it. */
  void end() {
    over = true;
    Process running = process;
    if (running != null) {
      try {
        running.destroyForcibly().waitFor();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** In order, by SIGTERM, in time. */
  void stop() throws InterruptedException {
    if (!stopOrKill()) {
      throw new AssertionError(name + " does not stop, see " + log);
    }
  }

  /** By SIGTERM, and by SIGKILL if it takes its time, as an operator's machine does. */
  synchronized boolean stopOrKill() throws InterruptedException {
    Process running = process;
    process = null;
    if (running == null) {
      return true;
    }
    running.destroy();
    boolean inTime = running.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
    running.destroyForcibly().waitFor();
    return inTime;
  }

  synchronized boolean runs() {
    return process != null;
  }

  synchronized void signal(String signal) throws IOException, InterruptedException {
    Process running = process;
    if (running == null) {
      return;
    }
    String pid = Long.toString(running.pid());
    if (new ProcessBuilder("kill", "-" + signal, pid).start().waitFor() != 0) {
      throw new IllegalStateException(name + " can't be sent SIG" + signal);
    }
  }

  /** Whether it has said that since it was started the last time. */
  synchronized boolean hasSaid(Pattern what) throws IOException {
    try (InputStream said = Files.newInputStream(log)) {
      said.skipNBytes(Math.min(saidBefore, Files.size(log)));
      return what.matcher(new String(said.readAllBytes(), StandardCharsets.UTF_8)).find();
    }
  }

  /** Writes a line to its input. */
  synchronized void tell(String line) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      OutputStream in = running.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not listen", e);
    }
  }

  /** Nobody but us ends it: a process that ends by itself is a fault of the product. */
  synchronized void mustLive() {
    Process running = process;
    if (running != null && !running.isAlive()) {
      throw new AssertionError(
          name + " ended by itself with " + running.exitValue() + ", see " + log);
    }
  }
}
