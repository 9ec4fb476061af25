package si.kazalnik.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  @Test
  void targets_stand_first_with_reached_or_missed_and_all_is_in_json_too(@TempDir Path folder)
      throws IOException {
    Report report = new Report(folder, "10 events a round");
    report.add("Speed", "| a table |\n", Map.of("rate", 5));
    report.judge(new Verdict("to the bare topology", 0.25, 0.5, true));
    report.judge(new Verdict("99th percentile", 0.9, 1, false));
    report.write();

    assertThat(Files.readString(folder.resolve("benchmark.md")))
        .containsSubsequence(
            "10 events a round;",
            "| to the bare topology | ≥ 0.5 | 0.25 | **missed** |",
            "| 99th percentile | < 1.0 | 0.90 | reached |",
            "## Speed",
            "| a table |");
    JsonNode json =
        JsonMapper.builder().build().readTree(folder.resolve("benchmark.json").toFile());
    assertThat(json.at("/Speed/rate").asInt()).isEqualTo(5);
    assertThat(json.at("/targets/0/measured").asDouble()).isEqualTo(0.25);
  }
}
