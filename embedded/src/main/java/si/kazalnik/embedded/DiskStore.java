package si.kazalnik.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * The file behind the databases on disk. Nothing is written to it but by {@link #commit()}: a
 * background commit could catch a command half done.
 */
final class DiskStore implements AutoCloseable {

  private static final int CACHE_MIB = 4;
  private static final int MILLISECONDS_OLD_CHUNKS_STAY = 5_000;
  private static final int MILLISECONDS_TO_COMPACT_ON_CLOSE = 1_000;
  private static final int COMMITS_BETWEEN_COMPACTIONS = 500;
  private static final int TARGET_FILL_PERCENT = 60;
  private static final int COMPACT_AT_ONCE_BYTES = 4 * 1024 * 1024;

  private final MVStore store;
  private int commits;

  private DiskStore(MVStore store) {
    this.store = store;
  }

  static DiskStore open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder of " + file, e);
    }
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .cacheSize(CACHE_MIB)
            .open();
    store.setRetentionTime(MILLISECONDS_OLD_CHUNKS_STAY);
    return new DiskStore(store);
  }

  MVStore maps() {
    return store;
  }

  /** Writes what changed since the last commit to the file. */
  void commit() {
    if (!store.hasUnsavedChanges()) {
      return;
    }
    store.commit();
    commits++;
    if (commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
      store.compact(TARGET_FILL_PERCENT, COMPACT_AT_ONCE_BYTES);
    }
  }

  @Override
  public void close() {
    store.close(MILLISECONDS_TO_COMPACT_ON_CLOSE);
  }
}
