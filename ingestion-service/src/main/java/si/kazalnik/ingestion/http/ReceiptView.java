package si.kazalnik.ingestion.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.receipt.Receipt;

/**
 * A receipt as it is shown. {@code received = accepted + rejected + pending}.
 *
 * @param receivedAt by the clock
 * @param rejections in the order of the request
 * @param rejectionsNotShown of very many rejections, how many are left out; null where none are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
    String receipt,
    String provider,
    Instant receivedAt,
    int received,
    long accepted,
    long rejected,
    long pending,
    List<Rejection> rejections,
    @Nullable Long rejectionsNotShown) {

  /**
   * One refused event.
   *
   * @param index place in the request, from 0
   * @param id the envelope's id; null where none could be read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Rejection(int index, @Nullable String id, String code, String message) {}

  static ReceiptView justNow(Receipt receipt) {
    return new ReceiptView(
        receipt.id(),
        receipt.provider(),
        receipt.receivedAt(),
        receipt.number(),
        0,
        0,
        receipt.number(),
        List.of(),
        null);
  }
}
