package si.kazalnik.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.ingestion.testing.TestCatalogue;
import si.kazalnik.ingestion.validation.Validator;
import si.kazalnik.ingestion.validation.Verdict;

/** A raw record's way through ingestion, with what must hold of every outcome. */
final class Judged {

  private static final Topics TOPICS = new Topics("");
  private static final String PROVIDER = "jhl-it";
  private static final int LONGEST_SENTENCE = 4_000;
  private static final ReceiptSigner RECEIPTS =
      new ReceiptSigner("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private static final Examination EXAMINATION =
      new Examination(
          TOPICS, new Validator(TestCatalogue.lipa()), Instant.parse("2026-11-01T12:00:00Z"));

  private Judged() {}

  static ConsumerRecord<byte[], byte[]> raw(byte[] value) {
    return new ConsumerRecord<>(TOPICS.raw(PROVIDER), 0, 0, new byte[0], value);
  }

  static Verdict of(ConsumerRecord<byte[], byte[]> raw) {
    Examination.Finding finding = EXAMINATION.examine(raw);
    Sender sender = new ReceiptsOfPoll(RECEIPTS).of(PROVIDER, raw);
    if (finding.verdict() instanceof Verdict.Accepted accepted) {
      holds(accepted.measurement());
    } else if (finding.verdict() instanceof Verdict.Refusal refusal) {
      holds(refusal);
      ProducerRecord<byte[], byte[]> kept =
          RejectedRecord.of(TOPICS.rejected(), raw, PROVIDER, finding.eventId(), refusal, sender);
      assertThat(kept.value()).isSameAs(raw.value());
      assertThat(size(kept)).isLessThanOrEqualTo(Topics.REJECTED_MAX_BYTES);
    }
    return finding.verdict();
  }

  /** "each refused with its reason": a sentence that can be shown and logged as it is. */
  private static void holds(Verdict.Refusal refusal) {
    assertThat(refusal.message())
        .isNotBlank()
        .hasSizeLessThan(LONGEST_SENTENCE)
        .doesNotContain("could not be examined")
        .matches(sentence -> sentence.codePoints().noneMatch(Character::isISOControl));
    if (refusal.code() == RejectionCode.MALFORMED) {
      assertThat(refusal.message()).matches("(?s).*(`|the event cannot be read: ).+");
    }
  }

  /** "At most 18 digits before the decimal point and 12 after"; the codec keeps every field. */
  private static void holds(AcceptedMeasurement accepted) {
    byte[] written = ContractJson.write(accepted);
    assertThat(ContractJson.read(written, AcceptedMeasurement.class)).isEqualTo(accepted);
    assertThat(accepted.contentHash()).matches("[0-9a-f]{64}");
    assertThat(accepted.revision()).isPositive();
    assertThat(accepted.measurement()).isNotEmpty();
    if (accepted.value() != null) {
      assertThat(accepted.value().scale()).isBetween(0, 12);
      assertThat(accepted.value().precision() - accepted.value().scale()).isLessThan(19);
    }
    if (accepted.period() != null) {
      assertThat(ReportingPeriod.parse(accepted.period())).isPresent();
    }
    int key = accepted.identity().getBytes(StandardCharsets.UTF_8).length;
    assertThat(written.length + key).isLessThan(Topics.RAW_MAX_BYTES);
  }

  private static int size(ProducerRecord<byte[], byte[]> record) {
    int size = record.value().length;
    for (Header each : record.headers()) {
      size += each.key().length() + (each.value() == null ? 0 : each.value().length);
    }
    return size;
  }
}
