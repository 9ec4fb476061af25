package si.kazalnik.ingestion.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import si.kazalnik.service.http.Problems;

/** The problems that this service answers with. */
final class Refused {

  private Refused() {}

  static ResponseEntity<Object> unauthorized(String detail) {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header("WWW-Authenticate", "Bearer realm=\"kazalnik\"")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problems.of(
                HttpStatus.UNAUTHORIZED, "unauthorized", "A key is missing or wrong", detail));
  }

  static ResponseEntity<Object> of(HttpStatus status, String slug, String title, String detail) {
    ProblemDetail problem = Problems.of(status, slug, title, detail);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  static ResponseEntity<Object> unavailable(String slug, String title, String detail) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "5")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug, title, detail));
  }

  static ResponseEntity<Object> storeAway() {
    return unavailable(
        "store-away",
        "Receipts and balances cannot be read now",
        "The store of receipts and balances does not answer. Events are taken in all the same;"
            + " ask again in a while.");
  }
}
