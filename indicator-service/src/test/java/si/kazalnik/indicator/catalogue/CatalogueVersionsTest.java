package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.catalogue.Catalogue;

class CatalogueVersionsTest {

  private static final Catalogue ONE = Lipa.loaded(Lipa.files());

  private final List<String> asked = new ArrayList<>();
  private long now;
  private boolean away;
  private final CatalogueVersions versions = new CatalogueVersions(this::read, () -> now);

  private Optional<Catalogue> read(String version) {
    asked.add(version);
    if (away) {
      throw new KafkaException("no broker");
    }
    return "never".equals(version) ? Optional.empty() : Optional.of(ONE);
  }

  @Test
  void what_was_read_is_held() {
    assertThat(versions.version("one")).containsSame(ONE);
    away = true;
    assertThat(versions.version("one")).containsSame(ONE);
    assertThat(asked).containsExactly("one");
  }

  @Test
  void after_a_failure_nobody_waits_for_kafka_for_a_while() {
    away = true;
    assertThatThrownBy(() -> versions.version("one")).isInstanceOf(KafkaException.class);
    away = false;
    now += TimeUnit.SECONDS.toNanos(9);
    assertThatThrownBy(() -> versions.version("one")).isInstanceOf(KafkaException.class);
    assertThat(asked).hasSize(1);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(versions.version("one")).containsSame(ONE);
    assertThat(versions.version("never")).isEmpty();
  }
}
