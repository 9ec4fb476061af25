package si.kazalnik.standalone.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import si.kazalnik.standalone.data.AtomicFile;

/** The file that says until when samples are loaded. */
final class SampleMark {

  private SampleMark() {}

  /** Until when; long ago where none are. */
  static Instant read(Path mark) {
    try {
      return Files.exists(mark) ? Instant.parse(Files.readString(mark).strip()) : Instant.EPOCH;
    } catch (IOException e) {
      throw new UncheckedIOException(mark + " can't be read", e);
    }
  }

  static void write(Path mark, Instant until) {
    try {
      AtomicFile.write(mark, until.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(mark + " can't be written", e);
    }
  }
}
