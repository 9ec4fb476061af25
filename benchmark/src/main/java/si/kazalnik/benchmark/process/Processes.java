package si.kazalnik.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.FileSystemUtils;

/** The processes of a run and the folder in which they work; neither outlives it. */
final class Processes implements AutoCloseable {
  private final Path folder = Files.createTempDirectory("kazalnik-benchmark");
  private final Path logs;
  private final List<Child> children = new CopyOnWriteArrayList<>();
  private final Thread guard = new Thread(this::endAtOnce, "end-processes");

  /**
   * None yet.
   *
   * @param logs folder for what they say
   */
  Processes(Path logs) throws IOException {
    this.logs = Files.createDirectories(logs);
    Runtime.getRuntime().addShutdownHook(guard);
  }

  Path folder() {
    return folder;
  }

  Child start(String name, List<String> command) throws IOException {
    Child child = Child.start(name, command, logs);
    children.add(child);
    return child;
  }

  // Where the run is interrupted, or fails before it has all of them in hand.
  private void endAtOnce() {
    children.forEach(Child::kill);
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println(folder + " can't be deleted: " + e);
    }
  }

  /** Ends those that are left in order, the last started first. */
  @Override
  public void close() throws IOException {
    for (int last = children.size() - 1; last >= 0; last--) {
      children.get(last).close();
    }
    FileSystemUtils.deleteRecursively(folder);
    Runtime.getRuntime().removeShutdownHook(guard);
  }
}
