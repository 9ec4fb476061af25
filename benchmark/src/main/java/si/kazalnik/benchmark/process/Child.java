package si.kazalnik.benchmark.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that this run has started and that ends with it. */
public final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SECONDS_TO_END = 30;

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedWriter input;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private volatile boolean ending;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.input =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it; what it says goes to a log in the folder, but for what a worker answers. */
  public static Child start(String name, List<String> command, Path folder) throws IOException {
    Path log = folder.resolve(name.replace(' ', '-') + ".log");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Child child = new Child(name, process, log);
    Thread reader = new Thread(child::listen, name + "-output");
    reader.setDaemon(true);
    reader.start();
    return child;
  }

  private void listen() {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Worker.ANSWER)) {
          answers.add(line.substring(Worker.ANSWER.length()));
        } else {
          out.write(line);
          out.newLine();
          out.flush();
        }
      }
    } catch (IOException closed) {
      // The stream of a process that is being ended may end like this.
      if (!ending) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  /** How it is called in the tables. */
  public String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  /** Processor time so far, user and system. */
  public Duration cpu() {
    return process
        .toHandle()
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException("no processor time of " + name));
  }

  /** Tells a worker what to do and waits until it has done it. */
  public String ask(String command) throws IOException, InterruptedException {
    tell(command);
    return answer();
  }

  /** Tells a worker what to do. */
  public void tell(String command) throws IOException {
    input.write(command);
    input.newLine();
    input.flush();
  }

  /** What a worker says when it has done what it was told; its first answer is that it is ready. */
  public String answer() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String answer = answers.poll(1, TimeUnit.SECONDS);
      if (answer != null) {
        if (answer.startsWith(Worker.FAILED)) {
          throw new IllegalStateException(name + ": " + answer + ", see " + log);
        }
        return answer;
      }
      requireAlive();
    }
    throw new IllegalStateException(name + " does not answer, see " + log);
  }

  /** Fails where it has ended. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " has ended, see " + log);
    }
  }

  /** SIGKILL; it is gone when this returns. */
  void kill() {
    ending = true;
    process.destroyForcibly().onExit().join();
  }

  /** Ends it in order, or kills it if that takes too long. */
  @Override
  public void close() {
    ending = true;
    try {
      process.destroy();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
