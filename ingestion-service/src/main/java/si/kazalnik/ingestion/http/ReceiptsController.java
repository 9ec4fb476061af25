package si.kazalnik.ingestion.http;

import com.mongodb.MongoException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.ingestion.mongo.LedgerStore;
import si.kazalnik.ingestion.mongo.Rejection;
import si.kazalnik.ingestion.mongo.RejectionStore;
import si.kazalnik.ingestion.receipt.Receipt;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.kafka.ContractTopics;

/** {@code GET /v1/receipts/{id}}: what became of a request's events. */
@RestController
class ReceiptsController {

  /** Rejections shown of one request; a whole body of wrong events would be a huge answer. */
  private static final int MOST_SHOWN = 10_000;

  private final Caller caller;
  private final ReceiptSigner receipts;
  private final LedgerStore ledger;
  private final RejectionStore rejections;
  private final ServiceClock clock;

  ReceiptsController(
      Caller caller,
      ReceiptSigner receipts,
      LedgerStore ledger,
      RejectionStore rejections,
      ServiceClock clock) {
    this.caller = caller;
    this.receipts = receipts;
    this.ledger = ledger;
    this.rejections = rejections;
    this.clock = clock;
  }

  @GetMapping("/v1/receipts/{id}")
  ResponseEntity<Object> receipt(
      @PathVariable("id") String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    if (!caller.isKnown(authorization)) {
      return Refused.unauthorized(
          "Send the key of the provider that sent the events, or the operator's, as"
              + " `Authorization: Bearer <key>`.");
    }
    Receipt receipt =
        receipts.read(id).filter(r -> caller.maySee(authorization, r.provider())).orElse(null);
    if (receipt == null) {
      // The same answer for another's receipt: a key tells nothing about what is not its own.
      return Refused.of(
          HttpStatus.NOT_FOUND,
          "unknown-receipt",
          "There is no such receipt",
          "No receipt of this key's provider has that id; take it from the answer to"
              + " POST /v1/measurements as it is.");
    }
    if (isForgotten(receipt)) {
      return Refused.of(
          HttpStatus.NOT_FOUND,
          "unknown-receipt",
          "There is no such receipt",
          "Receipts are kept for %d days; this one is older."
              .formatted(ContractTopics.LEDGER_KEPT.toDays()));
    }
    try {
      return ResponseEntity.ok(view(receipt));
    } catch (MongoException e) {
      return Refused.storeAway();
    }
  }

  /** Whether what became of it may be deleted by now; a set clock says nothing of that. */
  private boolean isForgotten(Receipt receipt) {
    return !clock.settable()
        && receipt.receivedAt().plus(ContractTopics.LEDGER_KEPT).isBefore(clock.instant());
  }

  /**
   * Counts the rejected by what is listed, not by the ledger: the two come by different topics, and
   * an event is pending until its own has been read.
   */
  private ReceiptView view(Receipt receipt) {
    long accepted = ledger.accepted(receipt.id());
    List<Rejection> shown = rejections.of(receipt.id(), MOST_SHOWN);
    long rejected = shown.size() < MOST_SHOWN ? shown.size() : rejections.count(receipt.id());
    return new ReceiptView(
        receipt.id(),
        receipt.provider(),
        receipt.receivedAt(),
        receipt.number(),
        accepted,
        rejected,
        Math.max(0, receipt.number() - accepted - rejected),
        shown.stream()
            .map(r -> new ReceiptView.Rejection(r.index(), r.eventId(), r.code(), r.message()))
            .toList(),
        rejected > shown.size() ? rejected - shown.size() : null);
  }
}
