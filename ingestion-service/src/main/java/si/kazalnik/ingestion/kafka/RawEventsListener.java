package si.kazalnik.ingestion.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.LedgerEntry;
import si.kazalnik.contract.Topics;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.ingestion.validation.Verdict;
import si.kazalnik.service.clock.ServiceClock;

/**
 * The one way in. Runs inside the container's transaction: outputs, ledger and offsets of a poll
 * are committed together or not at all. A bad record is kept in {@code measurements.rejected},
 * counted, and the next one goes on; only infrastructure stops a partition.
 */
final class RawEventsListener implements BatchMessageListener<byte[], byte[]> {

  private final Topics topics;
  private final CurrentCatalogue catalogue;
  private final ServiceClock clock;
  private final ReceiptSigner receipts;
  private final KafkaOperations<byte[], byte[]> kafka;

  RawEventsListener(
      Topics topics,
      CurrentCatalogue catalogue,
      ServiceClock clock,
      ReceiptSigner receipts,
      KafkaOperations<byte[], byte[]> kafka) {
    this.topics = topics;
    this.catalogue = catalogue;
    this.clock = clock;
    this.receipts = receipts;
    this.kafka = kafka;
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> poll) {
    // The result of each send is known at the commit, which fails where one of them failed.
    kafka.execute(
        producer -> {
          process(poll, producer);
          return poll.size();
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // See onMessage.
  private void process(
      List<ConsumerRecord<byte[], byte[]>> poll, Producer<byte[], byte[]> producer) {
    Examination examination = new Examination(topics, catalogue.validator(), clock.instant());
    ReceiptsOfPoll receiptsOfPoll = new ReceiptsOfPoll(receipts);
    Map<TopicPartition, ChunkTally> tallies = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> raw : poll) {
      String provider = topics.providerOfRaw(raw.topic());
      ChunkTally tally =
          tallies.computeIfAbsent(
              new TopicPartition(raw.topic(), raw.partition()),
              partition -> new ChunkTally(provider, partition));
      Examination.Finding finding = examination.examine(raw);
      Sender sender = receiptsOfPoll.of(provider, raw);
      if (finding.verdict() instanceof Verdict.Accepted accepted) {
        producer.send(accepted(accepted.measurement()));
        tally.accepted(raw.offset(), sender);
      } else if (finding.verdict() instanceof Verdict.Refusal refusal) {
        producer.send(
            RejectedRecord.of(
                topics.rejected(), raw, provider, finding.eventId(), refusal, sender));
        tally.rejected(raw.offset(), sender, refusal.code());
      }
    }
    for (ChunkTally tally : tallies.values()) {
      for (LedgerEntry entry : tally.entries()) {
        producer.send(ledger(entry));
      }
    }
  }

  private ProducerRecord<byte[], byte[]> accepted(AcceptedMeasurement measurement) {
    return new ProducerRecord<>(
        topics.measurements(),
        measurement.identity().getBytes(StandardCharsets.UTF_8),
        ContractJson.write(measurement));
  }

  private ProducerRecord<byte[], byte[]> ledger(LedgerEntry entry) {
    return new ProducerRecord<>(
        topics.ledger(), entry.key().getBytes(StandardCharsets.UTF_8), ContractJson.write(entry));
  }
}
