package si.kazalnik.indicator.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import si.kazalnik.indicator.published.NearNames;
import si.kazalnik.service.http.Problems;

/** Answers of the API, good and refusing. Every cache must ask whether they still hold. */
final class Answer {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final String REVALIDATE = "public, no-cache";

  private Answer() {}

  static ResponseEntity<Object> json(Object body) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }

  /**
   * A file.
   *
   * @param name without ending, safe in a header
   */
  static ResponseEntity<Object> csv(String name, String body) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .contentType(CSV)
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static ResponseEntity<Object> badParameter(String detail) {
    return problem(
        Problems.of(HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter is wrong", detail));
  }

  static ResponseEntity<Object> notAcceptable() {
    return problem(
        Problems.of(
            HttpStatus.NOT_ACCEPTABLE,
            "not-acceptable",
            "No such form",
            "there is application/json and, for lists and values, text/csv"));
  }

  /** 404, with the names that may have been meant. */
  static ResponseEntity<Object> unknown(String kind, String id, Collection<String> known) {
    String near =
        NearNames.of(id, known).stream()
            .map(name -> '`' + name + '`')
            .collect(Collectors.joining(", "));
    String detail = "there is no " + kind + " " + Quoted.of(id);
    return problem(
        Problems.of(
            HttpStatus.NOT_FOUND,
            "unknown-" + kind,
            "Unknown " + kind,
            near.isEmpty() ? detail : detail + "; near are " + near));
  }

  /** 404: an earlier definition that nobody has any more. */
  static ResponseEntity<Object> unknownCatalogue(String version) {
    return problem(
        Problems.of(
            HttpStatus.NOT_FOUND,
            "unknown-catalogue",
            "Unknown catalogue",
            "the value was computed with catalogue "
                + Quoted.of(version)
                + ", which is not among the published ones or has no such indicator; the value itself"
                + " stands under /values, and without `asOf` the present one is explained"));
  }

  static ResponseEntity<Object> starting() {
    return later(
        "no-catalogue",
        "No catalogue yet",
        "no version of the catalogue has been read yet; try again in a moment");
  }

  static ResponseEntity<Object> storeIsAway() {
    return later(
        "store-unavailable",
        "The values can't be read",
        "the database is away; nothing is lost, try again in a moment");
  }

  static ResponseEntity<Object> catalogueIsAway() {
    return later(
        "catalogue-unavailable",
        "An earlier catalogue can't be read",
        "the brokers are away; nothing is lost, try again in a moment");
  }

  private static ResponseEntity<Object> later(String slug, String title, String detail) {
    ProblemDetail problem = Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug, title, detail);
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, "5")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ResponseEntity<Object> problem(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
