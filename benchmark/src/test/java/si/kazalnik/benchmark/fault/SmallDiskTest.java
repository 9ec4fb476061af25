package si.kazalnik.benchmark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there can be no such disk its fault is left out; then this test is skipped and counted. */
class SmallDiskTest {

  @Test
  void nothing_can_be_written_while_it_is_full(@TempDir Path folder) throws IOException {
    Path mount = folder.resolve("disk");
    try (SmallDisk disk = SmallDisk.at(mount)) {
      if (disk == null) {
        Assumptions.abort(SmallDisk.SKIPPED);
      }
      SmallDisk small = Objects.requireNonNull(disk);
      Files.write(mount.resolve("before"), new byte[100_000]);

      small.fill();
      assertThatThrownBy(() -> Files.write(mount.resolve("more"), new byte[100_000]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");

      small.empty();
      Files.write(mount.resolve("after"), new byte[100_000]);
      assertThat(mount.resolve("after")).hasSize(100_000);
    }
  }
}
