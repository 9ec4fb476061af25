package si.kazalnik.indicator.catalogue.yaml;

import java.util.Comparator;

/**
 * Something wrong in a catalogue.
 *
 * @param file path within the folder, parted by {@code /}; empty where the folder itself is at
 *     fault
 * @param line from 1; 0 where the file as a whole is at fault
 * @param message what is wrong and, where that is known, what would be right
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {

  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::message);

  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
