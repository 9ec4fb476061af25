package si.kazalnik.benchmark.process;

import java.io.IOException;
import java.util.List;

/** In which order the sides of a round come. */
public final class Turns {
  private Turns() {}

  /** One of them. */
  @FunctionalInterface
  public interface Side {
    /** Measures it. */
    void run() throws IOException, InterruptedException;
  }

  /** Every other round goes backwards, so that none always comes after the same other. */
  public static void take(int round, Side... sides) throws IOException, InterruptedException {
    List<Side> inOrder = List.of(sides);
    for (int n = 0; n < inOrder.size(); n++) {
      inOrder.get(round % 2 == 0 ? n : inOrder.size() - 1 - n).run();
    }
  }
}
