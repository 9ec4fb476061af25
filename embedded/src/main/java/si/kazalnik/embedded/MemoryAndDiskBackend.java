package si.kazalnik.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Databases in memory and, those named, on disk, behind one port. */
final class MemoryAndDiskBackend extends AbstractMongoBackend {

  private static final Set<String> READS =
      Set.of("find", "getmore", "aggregate", "count", "distinct", "listcollections", "listindexes");

  private final @Nullable DiskStore disk;
  private final Set<String> onDisk;

  MemoryAndDiskBackend() {
    this.disk = null;
    this.onDisk = Set.of();
  }

  MemoryAndDiskBackend(DiskStore disk, Set<String> onDisk) {
    this.disk = disk;
    this.onDisk = Set.copyOf(onDisk);
    onDisk.forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return disk != null && onDisk.contains(name)
        ? new H2Database(name, disk.maps(), getCursorRegistry())
        : new MemoryDatabase(name, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (command.equalsIgnoreCase("hello")) {
      // Not known to the library; drivers and health checks ask it.
      Document answer = super.handleCommand(channel, database, "ismaster", query);
      answer.put("isWritablePrimary", true);
      return answer;
    }
    if (disk == null
        || !onDisk.contains(database)
        || READS.contains(command.toLowerCase(Locale.ROOT))) {
      return super.handleCommand(channel, database, command, query);
    }
    // One at a time: a commit must not catch another command half done. The answer goes out after
    // it.
    synchronized (disk) {
      try {
        return super.handleCommand(channel, database, command, query);
      } finally {
        disk.commit();
      }
    }
  }

  @Override
  public void close() {
    super.close();
    if (disk != null) {
      disk.close();
    }
  }
}
