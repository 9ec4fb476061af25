package si.kazalnik.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the console sees: plain lines, and on a terminal a line that counts up. */
final class Console {

  private final PrintStream out;
  private final boolean terminal;
  private boolean counting;
  private long tenths = -1;

  Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void line(String text) {
    endCount();
    out.println(text);
    out.flush();
  }

  /** A step that has been done. */
  void done(String what, Duration took) {
    line(String.format(Locale.ROOT, "  %-52s %5.1f s", what, took.toMillis() / 1000.0));
  }

  /** How far something is; on a terminal in one line, else a line at every tenth. */
  synchronized void count(String what, long done, long of) {
    if (terminal) {
      int width = 24;
      int full = (int) (of == 0 ? width : done * width / of);
      out.printf(
          Locale.ROOT,
          "\r  %-28s [%s%s] %,d of %,d ",
          what,
          "#".repeat(full),
          ".".repeat(width - full),
          done,
          of);
      out.flush();
      counting = true;
    } else if (of > 0 && done * 10 / of != tenths) {
      tenths = done * 10 / of;
      out.printf(Locale.ROOT, "  %s: %,d of %,d%n", what, done, of);
      out.flush();
    }
  }

  private void endCount() {
    if (counting) {
      out.println();
      counting = false;
    }
  }
}
