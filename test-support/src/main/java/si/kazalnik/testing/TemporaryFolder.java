package si.kazalnik.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when the process ends, together with what used it. */
final class TemporaryFolder {

  private TemporaryFolder() {}

  static Path make(String name) {
    try {
      return Files.createTempDirectory("kazalnik-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder for " + name, e);
    }
  }

  /** At the end of the process: first whoever uses the folder stops, then it is deleted. */
  static void whenTheProcessEnds(Path folder, Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  delete(folder);
                },
                "end of " + folder.getFileName()));
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder + " (" + e + ")");
    }
  }
}
