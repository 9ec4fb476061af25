package si.kazalnik.standalone.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes small files whole or not at all. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Replaces the file's content; who reads it sees the old or the new. */
  public static void write(Path file, String content) throws IOException {
    Path beside = beside(file);
    Files.writeString(beside, content);
    move(beside, file);
  }

  /** The same for a secret: only the owner may read the file, where the system can say so. */
  static void writeSecret(Path file, String content) throws IOException {
    Path beside = beside(file);
    Files.deleteIfExists(beside);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(beside, content);
    move(beside, file);
  }

  /** Where a file's next content is written; stays behind if the process is killed meanwhile. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  private static void move(Path beside, Path file) throws IOException {
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
