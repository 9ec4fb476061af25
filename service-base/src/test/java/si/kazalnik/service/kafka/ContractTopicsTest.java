package si.kazalnik.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Topics;

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
}
