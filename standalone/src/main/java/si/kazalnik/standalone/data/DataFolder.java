package si.kazalnik.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.standalone.StartRefused;

/**
 * The folder in which everything is kept, held by one process at a time. What lies in it besides is
 * never touched.
 */
public final class DataFolder implements AutoCloseable {

  private static final String MARK = "kazalnik.data";
  private static final String LOCK = "lock";

  /** All that is ever made in it; the mark last, so that a half-done deletion can be repeated. */
  private static final List<String> MADE =
      List.of(
          "broker",
          "streams",
          "documents.mv",
          "inbox",
          "keys.properties",
          "clock",
          "samples",
          "receipts.key",
          "logs",
          MARK);

  private final Path folder;
  private final FileLock lock;

  private DataFolder(Path folder, FileLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder for this process and makes it if it is not there.
   *
   * @param fresh whether what was kept in it is deleted first
   * @throws StartRefused where another process has it, or it holds something that is not ours
   */
  public static DataFolder open(Path folder, boolean fresh) {
    try {
      boolean made = Files.exists(folder.resolve(MARK));
      if (!made && holdsAnything(folder)) {
        throw new StartRefused(
            "The folder "
                + folder
                + " holds something that is not Kazalnik's. Name an empty or a new folder with"
                + " --data.");
      }
      Files.createDirectories(folder);
      DataFolder data = new DataFolder(folder, take(folder));
      if (fresh) {
        data.forget();
      }
      data.mark();
      return data;
    } catch (IOException e) {
      throw new StartRefused(
          "The folder " + folder + " can't be used (" + e + "). Name another with --data.", e);
    }
  }

  private static boolean holdsAnything(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      // A lock alone is what a start leaves that was refused or killed at its very beginning.
      return inside.anyMatch(path -> !path.getFileName().toString().equals(LOCK));
    }
  }

  private static FileLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException thisProcess) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new StartRefused(
          "Another Kazalnik is running on "
              + folder
              + ". Stop it first, or name another folder with --data (and other ports with"
              + " --port-offset).");
    }
    return lock;
  }

  private void mark() throws IOException {
    Path mark = folder.resolve(MARK);
    if (!Files.exists(mark)) {
      Files.writeString(mark, "Kazalnik keeps its data here; --fresh deletes it.\n");
    }
  }

  private void forget() throws IOException {
    for (String name : MADE) {
      Path made = folder.resolve(name);
      Files.deleteIfExists(AtomicFile.beside(made));
      if (Files.exists(made)) {
        delete(made);
      }
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> inside = Files.walk(root)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  public Path broker() {
    return folder.resolve("broker");
  }

  public Path streams() {
    return folder.resolve("streams");
  }

  public Path documents() {
    return folder.resolve("documents.mv");
  }

  public Path inbox() {
    return folder.resolve("inbox");
  }

  public Path keys() {
    return folder.resolve("keys.properties");
  }

  public Path clock() {
    return folder.resolve("clock");
  }

  /** What tells that the samples are loaded, and with which seed. */
  public Path samples() {
    return folder.resolve("samples");
  }

  /** What receipts are signed with. */
  public Path receiptKey() {
    return folder.resolve("receipts.key");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Lets another process take the folder. */
  @Override
  public void close() {
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of " + folder, e);
    }
  }
}
