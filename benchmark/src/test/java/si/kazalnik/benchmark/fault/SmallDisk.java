package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A file system of its own under a folder, which can be made as small as what is on it. */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "4g";
  private static final long LEAST = 4_096;
  static final String SKIPPED = "skipped: a full disk, which needs root and mount";

  private static final AtomicBoolean SAID = new AtomicBoolean();

  private final Path folder;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Null, and said once, where nobody may mount one here. */
  static @Nullable SmallDisk at(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString())) {
      return new SmallDisk(folder);
    }
    if (!SAID.getAndSet(true)) {
      System.out.println(SKIPPED);
    }
    return null;
  }

  /** Hardly a byte is left. */
  void fill() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      FileStore store = Files.getFileStore(folder);
      // While it grows the size that was read may be too small already; 0 would be no limit.
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      if (size(String.valueOf(Math.max(used, LEAST)))) {
        return;
      }
    }
    throw new IOException("can't be made as small as what is on it: " + folder);
  }

  void empty() throws IOException {
    if (!size(SIZE)) {
      throw new IOException("can't be made larger: " + folder);
    }
  }

  private boolean size(String size) {
    return run("mount", "-o", "remount,size=" + size, folder.toString());
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true) && !run("umount", folder.toString())) {
      System.err.println("left behind: the file system at " + folder);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", stopped));
    }
  }
}
