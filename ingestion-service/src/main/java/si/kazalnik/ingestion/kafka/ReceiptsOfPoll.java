package si.kazalnik.ingestion.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventHeaders;
import si.kazalnik.ingestion.receipt.ReceiptSigner;

/**
 * Tells which events of a poll have a receipt. Anybody who may write to a raw topic can write its
 * headers: a receipt that we did not issue to that provider is none.
 */
final class ReceiptsOfPoll {

  private final ReceiptSigner signer;
  private final Map<Claim, Integer> numbers = new HashMap<>();

  ReceiptsOfPoll(ReceiptSigner signer) {
    this.signer = signer;
  }

  Sender of(String provider, ConsumerRecord<byte[], byte[]> raw) {
    String receipt = text(raw.headers().lastHeader(EventHeaders.RECEIPT));
    String index = text(raw.headers().lastHeader(EventHeaders.INDEX));
    if (receipt == null || index == null || !index.matches("[0-9]{1,7}")) {
      return Sender.KAFKA;
    }
    int place = Integer.parseInt(index);
    return place < numbers.computeIfAbsent(new Claim(provider, receipt), this::number)
        ? new Sender(receipt, place)
        : Sender.KAFKA;
  }

  private int number(Claim claim) {
    return signer
        .read(claim.receipt())
        .filter(receipt -> receipt.provider().equals(claim.provider()))
        .map(receipt -> receipt.number())
        .orElse(0);
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** That a provider's topic names a receipt: a poll holds the topics of many providers. */
  private record Claim(String provider, String receipt) {}
}
