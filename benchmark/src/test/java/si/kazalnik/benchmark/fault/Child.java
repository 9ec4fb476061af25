package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that is ended and started again; what it says goes to a file. */
final class Child {
  private static final int SECONDS_TO_STOP = 60;

  private final String name;
  private final Path log;
  private @Nullable Process process;

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
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** SIGKILL; it is gone when this returns. */
  synchronized void kill() throws InterruptedException {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroyForcibly();
      running.waitFor();
    }
  }

  /** In order, by SIGTERM, in time: otherwise an operator's machine would kill it. */
  synchronized void stop() throws InterruptedException {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        running.waitFor();
        throw new AssertionError(name + " does not stop, see " + log);
      }
    }
  }

  synchronized boolean runs() {
    return process != null;
  }

  synchronized void signal(String name) throws IOException, InterruptedException {
    Process running = process;
    if (running != null) {
      new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start().waitFor();
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
