package si.kazalnik.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @Test
  void keys_are_made_once_and_kept(@TempDir Path folder) {
    Path file = folder.resolve("keys.properties");
    Keys first = Keys.in(file);
    first.makeFor(List.of("jhl-it"));

    Keys second = Keys.in(file);
    second.makeFor(List.of("jhl-it", "ngo"));

    assertThat(second.all()).containsAllEntriesOf(first.all());
    assertThat(second.all()).containsOnlyKeys("operator", "provider.jhl-it", "provider.ngo");
    assertThat(file).content().contains("provider.ngo=" + second.all().get("provider.ngo"));
  }

  @Test
  void a_key_opens_what_its_holder_may(@TempDir Path folder) {
    Keys keys = Keys.in(folder.resolve("keys.properties"));
    keys.makeFor(List.of("ngo"));
    Map<String, String> all = keys.all();

    assertThat(keys.holderOf("Bearer " + all.get("provider.ngo"))).contains("provider.ngo");
    assertThat(keys.holderOf("Bearer " + all.get("operator"))).contains("operator");
    assertThat(keys.holderOf("Bearer wrong")).isEmpty();
  }
}
