package si.kazalnik.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Topics;
import tools.jackson.databind.JsonNode;

class ContractTopicsTest {

  private final ContractTopics topics = new ContractTopics(new Topics("lj."));

  @Test
  void the_record_of_measurements_is_kept_for_ever_and_not_compacted() {
    TopicSpec measurements = topics.measurements();

    assertThat(measurements.name()).isEqualTo("lj.measurements");
    assertThat(measurements.partitions()).isEqualTo(12);
    assertThat(measurements.settings())
        .containsEntry("retention.ms", "-1")
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void a_raw_topic_keeps_a_fortnight_and_takes_records_of_four_mebibytes() {
    assertThat(topics.raw("mkl").name()).isEqualTo("lj.city.measurements.mkl");
    assertThat(topics.raw("mkl").settings())
        .containsEntry("retention.ms", "1209600000")
        .containsEntry("max.message.bytes", "4194304");
  }

  @Test
  void values_and_deviations_are_compacted() {
    assertThat(topics.indicatorValues().settings()).containsEntry("cleanup.policy", "compact");
    assertThat(topics.deviations().settings()).containsEntry("cleanup.policy", "compact");
  }

  @Test
  void topics_are_created_as_the_asyncapi_document_says() throws IOException {
    ContractTopics bare = new ContractTopics(new Topics(""));
    List<TopicSpec> all =
        List.of(
            bare.raw("{provider}"),
            bare.measurements(),
            bare.rejected(),
            bare.ledger(),
            bare.catalogue(),
            bare.controlMeasurements(),
            bare.controlIndicators(),
            bare.indicatorValues(),
            bare.deviations());

    Map<String, String> created = new TreeMap<>();
    all.forEach(
        topic -> {
          Map<String, String> settings = new TreeMap<>(topic.settings());
          // Of all topics alike, which the document says once.
          settings.remove("message.timestamp.type");
          settings.remove("retention.bytes");
          created.put(topic.name(), topic.partitions() + " " + settings);
        });
    assertThat(documented()).isEqualTo(created);
  }

  private static Map<String, String> documented() throws IOException {
    try (InputStream document = Topics.class.getResourceAsStream("/asyncapi.yaml")) {
      JsonNode channels =
          ContractJson.mapper()
              .valueToTree(new Yaml().<Map<String, Object>>load(document))
              .get("channels");
      Map<String, String> found = new TreeMap<>();
      channels.forEach(
          channel -> {
            JsonNode kafka = channel.at("/bindings/kafka");
            Map<String, String> settings = new TreeMap<>();
            kafka
                .get("topicConfiguration")
                .forEachEntry(
                    (name, value) ->
                        settings.put(
                            name, value.isArray() ? value.get(0).asString() : value.asString()));
            found.put(
                channel.get("address").asString(),
                kafka.get("partitions").asString() + " " + settings);
          });
      return found;
    }
  }
}
