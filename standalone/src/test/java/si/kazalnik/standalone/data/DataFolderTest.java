package si.kazalnik.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.standalone.StartRefused;

class DataFolderTest {

  @Test
  void a_second_process_is_refused_until_the_first_lets_go(@TempDir Path parent) {
    Path folder = parent.resolve("data");
    try (DataFolder first = DataFolder.open(folder, false)) {
      assertThat(first.broker()).isEqualTo(folder.resolve("broker"));
      assertThatThrownBy(() -> DataFolder.open(folder, false))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Another Kazalnik");
    }
    DataFolder.open(folder, false).close();
  }

  @Test
  void a_folder_with_something_else_in_it_is_refused_and_left_alone(@TempDir Path parent)
      throws IOException {
    Files.writeString(parent.resolve("thesis.txt"), "mine");

    assertThatThrownBy(() -> DataFolder.open(parent, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not Kazalnik's");
    assertThat(parent.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  void fresh_deletes_what_it_made_and_nothing_else(@TempDir Path parent) throws IOException {
    Path folder = parent.resolve("data");
    try (DataFolder data = DataFolder.open(folder, false)) {
      Files.createDirectories(data.broker().resolve("topic"));
      Files.writeString(data.broker().resolve("topic/log"), "x");
      Files.writeString(data.keys(), "operator=1");
      Files.writeString(folder.resolve("notes.txt"), "mine");
    }

    DataFolder.open(folder, true).close();

    assertThat(folder.resolve("broker")).doesNotExist();
    assertThat(folder.resolve("keys.properties")).doesNotExist();
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }
}
