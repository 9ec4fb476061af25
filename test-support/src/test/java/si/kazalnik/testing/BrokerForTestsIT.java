package si.kazalnik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class BrokerForTestsIT {

  @Test
  void the_shared_broker_answers_and_is_one_for_the_process() throws Exception {
    TestBroker broker = TestBroker.shared();
    assertThat(TestBroker.shared()).isSameAs(broker);
    assertThat(broker.kind()).isIn("container", "embedded");

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThat(admin.describeCluster().nodes().get(20, TimeUnit.SECONDS)).hasSize(1);
    }
  }

  @Test
  void prefixes_differ() {
    TestBroker broker = TestBroker.shared();
    assertThat(broker.uniquePrefix()).isNotEqualTo(broker.uniquePrefix()).endsWith(".");
  }
}
