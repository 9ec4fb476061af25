package si.kazalnik.indicator.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.service.http.Problems;

/** Answers about the catalogue; JSON as in our topics. */
final class CatalogueAnswer {

  private CatalogueAnswer() {}

  /** What came of a PUT. */
  record Taken(
      String version,
      long sequence,
      boolean published,
      Map<String, CatalogueChanges.Ids> changed) {}

  static ResponseEntity<Object> json(Object body) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(ContractJson.write(body));
  }

  static ResponseEntity<Object> summary(CataloguePublication publication) {
    Catalogue catalogue = publication.catalogue();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("goals", catalogue.strategy().goals().size());
    counts.put("indicators", catalogue.indicators().size());
    counts.put("series", catalogue.series().size());
    counts.put("providers", catalogue.providers().size());
    counts.put("owners", catalogue.owners().size());
    counts.put("projects", catalogue.projects().size());
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("version", catalogue.version());
    summary.put("sequence", publication.sequence());
    summary.put("publishedAt", publication.publishedAt());
    summary.put("origin", publication.origin());
    summary.put("strategy", catalogue.strategy().id());
    summary.put("title", catalogue.strategy().title());
    summary.put("counts", counts);
    return json(summary);
  }

  static ResponseEntity<Object> faulty(List<Fault> faults) {
    ProblemDetail problem =
        Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "catalogue-faulty",
            "The catalogue has faults",
            faults.size()
                + (faults.size() == 1 ? " fault" : " faults")
                + "; nothing was taken over and the version in force stays");
    problem.setProperty("faults", faults);
    return problem(problem);
  }

  static ResponseEntity<Object> unauthorized() {
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kazalnik\"")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problems.of(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "A key is missing or wrong",
                "changing the catalogue needs the operator's key in `Authorization: Bearer`"));
  }

  static ResponseEntity<Object> unavailable(String detail) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "catalogue-unavailable",
                "The catalogue can't be reached now",
                detail));
  }

  static ResponseEntity<Object> refused(
      HttpStatus status, String slug, String title, String detail) {
    return problem(Problems.of(status, slug, title, detail));
  }

  private static ResponseEntity<Object> problem(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
