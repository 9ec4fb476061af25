package si.kazalnik.ingestion.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.ingestion.kafka.RawEvent;
import si.kazalnik.ingestion.kafka.RawEventsPublisher;
import si.kazalnik.ingestion.receipt.Receipt;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;

/**
 * {@code POST /v1/measurements}: a publisher to the raw topics like any other. It refuses what
 * cannot be told apart into events, and judges none of them.
 */
@RestController
class MeasurementsController {

  private final Caller caller;
  private final ReceiptSigner receipts;
  private final RawEventsPublisher publisher;
  private final ServiceClock clock;

  MeasurementsController(
      Caller caller, ReceiptSigner receipts, RawEventsPublisher publisher, ServiceClock clock) {
    this.caller = caller;
    this.receipts = receipts;
    this.publisher = publisher;
    this.clock = clock;
  }

  @PostMapping("/v1/measurements")
  ResponseEntity<Object> post(HttpServletRequest request) throws IOException {
    String provider = caller.provider(request.getHeader(HttpHeaders.AUTHORIZATION)).orElse(null);
    if (provider == null) {
      return Refused.unauthorized(
          "Send a provider's key as `Authorization: Bearer <key>`. Nothing was stored.");
    }
    Format format = Format.of(request).orElse(null);
    if (format == null) {
      return Refused.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-media-type",
          "This form of events is not taken",
          "Content-Type must be "
              + Format.SINGLE_TYPE
              + " for one event, "
              + Format.BATCH_TYPE
              + " for a list of events, or application/json with ce- headers for one event in"
              + " binary mode; in UTF-8. Nothing was stored.");
    }
    BodyReader.Body body =
        BodyReader.read(request.getInputStream(), request.getContentLengthLong());
    if (body instanceof BodyReader.Body.Whole whole) {
      Map<String, String> headers = format == Format.BINARY ? BinaryHeaders.of(request) : Map.of();
      return split(provider, EventSplitter.split(whole.bytes(), format, headers));
    }
    return body instanceof BodyReader.Body.TooLarge ? tooLarge() : tooSlow();
  }

  private ResponseEntity<Object> split(String provider, EventSplitter.Found found) {
    if (found instanceof EventSplitter.Found.Events some) {
      return publish(provider, some.events());
    }
    if (found instanceof EventSplitter.Found.NotJson notJson) {
      return Refused.of(
          HttpStatus.BAD_REQUEST,
          "not-json",
          "The body is not JSON",
          "The body cannot be read: " + notJson.fault() + ". Nothing was stored.");
    }
    return Refused.of(
        HttpStatus.BAD_REQUEST,
        "empty-batch",
        "The batch is empty",
        "The list holds no event; send at least one. Nothing was stored.");
  }

  private ResponseEntity<Object> publish(String provider, List<RawEvent> events) {
    Receipt receipt = receipts.issue(provider, clock.instant(), events.size());
    return switch (publisher.publish(receipt, events)) {
      case WRITTEN ->
          ResponseEntity.accepted()
              .location(URI.create("/v1/receipts/" + receipt.id()))
              .body(ReceiptView.justNow(receipt));
      case TOO_LARGE -> tooLarge();
      case UNKNOWN ->
          Refused.unavailable(
              "not-confirmed",
              "The events could not be stored for certain",
              "The event store did not confirm in time. Send the same events again: an event that"
                  + " was stored all the same counts once.");
    };
  }

  private static ResponseEntity<Object> tooLarge() {
    return Refused.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "body-too-large",
        "The body is too large",
        "A body may have "
            + BodyReader.LARGEST
            + " bytes (4 MiB), an event in it 262144 (256 KiB); send several smaller batches."
            + " Nothing was stored.");
  }

  private static ResponseEntity<Object> tooSlow() {
    return Refused.of(
        HttpStatus.REQUEST_TIMEOUT,
        "too-slow",
        "The body did not arrive in time",
        "The body must arrive within 30 seconds, without a pause of 10. Nothing was stored.");
  }
}
