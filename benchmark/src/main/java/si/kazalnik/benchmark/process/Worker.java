package si.kazalnik.benchmark.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The other end of {@link Child}: reads commands, a line each, and answers each with a line. It
 * ends when the process that started it has ended, in whatever way.
 */
public final class Worker {
  static final String ANSWER = "> ";
  static final String FAILED = "failed";

  private Worker() {}

  /** Does one command. */
  @FunctionalInterface
  public interface Command {
    /**
     * The answer, without line breaks.
     *
     * @param words of the command, its name first
     */
    String run(List<String> words) throws Exception;
  }

  /** Serves commands; does not return. */
  public static void serve(Command command) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(lines), "commands");
    reader.setDaemon(true);
    reader.start();
    say("ready");
    while (true) {
      String answer;
      try {
        answer = command.run(List.of(lines.take().split(" ")));
      } catch (Exception failure) {
        failure.printStackTrace();
        answer = FAILED + " " + failure.toString().replaceAll("\\s+", " ");
      }
      say(answer);
    }
  }

  // Apart from the commands, one of which may wait for what never comes.
  private static void read(BlockingQueue<String> into) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        into.add(line);
      }
    } catch (IOException broken) {
      System.err.println("no more commands: " + broken);
    }
    System.exit(0);
  }

  /** Nothing can be asked of it; it stays until the process that started it has ended. */
  public static void stay() {
    serve(
        words -> {
          throw new IllegalArgumentException("nothing to do");
        });
  }

  private static void say(String answer) {
    System.out.println(ANSWER + answer);
    System.out.flush();
  }
}
