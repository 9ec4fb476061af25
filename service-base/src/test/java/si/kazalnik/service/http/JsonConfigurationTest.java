package si.kazalnik.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import si.kazalnik.service.ServiceBaseConfiguration;
import tools.jackson.databind.json.JsonMapper;

class JsonConfigurationTest {

  /** What every service imports. */
  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(JacksonAutoConfiguration.class, KafkaAutoConfiguration.class))
          .withUserConfiguration(ServiceBaseConfiguration.class);

  @Test
  void every_service_writes_numbers_plainly_and_instants_as_texts() {
    service.run(
        context -> {
          JsonMapper json = context.getBean(JsonMapper.class);
          assertThat(json.writeValueAsString(new BigDecimal("1E-7"))).isEqualTo("0.0000001");
          assertThat(json.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("1000");
          assertThat(json.writeValueAsString(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
        });
  }
}
