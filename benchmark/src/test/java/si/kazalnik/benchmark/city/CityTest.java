package si.kazalnik.benchmark.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CityTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  /** A catalogue that did not load would end a run at its start. */
  @Test
  void every_kind_of_city_loads_and_its_definition_changes(@TempDir Path folder)
      throws IOException {
    for (City city :
        List.of(City.smallest(), new City(20, 2006, 0, 0), new City(0, 2025, 30, 40))) {
      Files.writeString(folder.resolve("city.yaml"), city.yaml());
      Catalogue before = loaded(folder);
      Files.writeString(folder.resolve("city.yaml"), city.changedYaml());
      assertThat(loaded(folder).version()).isNotEqualTo(before.version());
      assertThat(before.indicators()).hasSize(10 + city.idle());
      assertThat(before.series()).hasSize(3 + city.series());
    }
  }

  private static Catalogue loaded(Path folder) {
    CatalogueLoad load = CatalogueLoader.load(folder);
    assertThat(load).isInstanceOf(CatalogueLoad.Loaded.class);
    return ((CatalogueLoad.Loaded) load).catalogue();
  }

  @Test
  void a_load_knows_what_its_values_come_to() {
    Load load = Load.of("one", 1_000, NOW, Load.LIVE_DAYS);

    long applications = 0;
    long replies = 0;
    for (Load.Event each : load.events()) {
      JsonNode data = JSON.readTree(each.value()).get("data");
      if (data.get("series").asString().equals("applications")) {
        applications += data.get("value").asLong();
      } else {
        replies++;
      }
    }
    assertThat(load.applications()).isEqualTo(applications).isPositive();
    assertThat(load.replies()).isEqualTo(replies).isPositive();
  }

  @Test
  void a_load_is_the_same_for_the_same_round_and_new_for_another() {
    assertThat(text(Load.of("one", 10, NOW, 1))).isEqualTo(text(Load.of("one", 10, NOW, 1)));
    assertThat(text(Load.of("one", 10, NOW, 1))).isNotEqualTo(text(Load.of("two", 10, NOW, 1)));
  }

  private static String text(Load load) {
    StringBuilder text = new StringBuilder();
    load.events().forEach(each -> text.append(new String(each.value(), StandardCharsets.UTF_8)));
    return text.toString();
  }
}
