package si.kazalnik.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.ingestion.receipt.ReceiptSigner;

/** One poll brings the topics of many providers. */
class ReceiptsOfPollTest {

  private final ReceiptSigner signer =
      new ReceiptSigner("a secret of the test".getBytes(StandardCharsets.UTF_8));
  private final String receipt = signer.issue("ngo", Instant.EPOCH, 2).id();
  private final ReceiptsOfPoll poll = new ReceiptsOfPoll(signer);

  @Test
  void a_receipt_is_none_in_another_providers_topic_though_its_owners_came_before() {
    assertThat(poll.of("ngo", raw())).isEqualTo(new Sender(receipt, 1));
    assertThat(poll.of("jhl-it", raw())).isEqualTo(Sender.KAFKA);
  }

  @Test
  void a_receipt_that_another_provider_wrote_first_is_still_its_owners() {
    assertThat(poll.of("jhl-it", raw())).isEqualTo(Sender.KAFKA);
    assertThat(poll.of("ngo", raw())).isEqualTo(new Sender(receipt, 1));
  }

  private ConsumerRecord<byte[], byte[]> raw() {
    ConsumerRecord<byte[], byte[]> raw =
        new ConsumerRecord<>("raw", 0, 0, new byte[0], new byte[0]);
    raw.headers().add(EventHeaders.RECEIPT, receipt.getBytes(StandardCharsets.UTF_8));
    raw.headers().add(EventHeaders.INDEX, "1".getBytes(StandardCharsets.UTF_8));
    return raw;
  }
}
