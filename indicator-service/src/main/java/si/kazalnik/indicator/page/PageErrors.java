package si.kazalnik.indicator.page;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriUtils;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.service.http.Problems;

/** An address without anything at it, and what is away, each in the right form. */
// Before Boot's own, which answers in JSON whoever asks.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

  private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

  private final PublishedStrategies strategies;
  private final Missing missing;

  PageErrors(PublishedStrategies strategies, Missing missing) {
    this.strategies = strategies;
    this.missing = missing;
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<?> nothingThere(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (isApi(path)) {
      return problem(
          HttpStatus.NOT_FOUND,
          "not-found",
          "Nothing there",
          "there is nothing at this address; /odprti-podatki and /en/open-data list those there"
              + " are");
    }
    String name =
        UriUtils.decode(path.replaceAll("/+$", "").replaceAll(".*/", ""), StandardCharsets.UTF_8);
    return strategies
        .now()
        .map(strategy -> missing.at(edition(path), strategy, name))
        .orElseGet(() -> missing.at(edition(path)));
  }

  @ExceptionHandler(MongoException.class)
  ResponseEntity<?> databaseAway(HttpServletRequest request, MongoException fault) {
    log.warn(
        "{} can't be answered: the database is away: {}",
        request.getRequestURI(),
        fault.toString());
    if (isApi(request.getRequestURI())) {
      return problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "no-values",
          "The values can't be reached",
          "the database can't be reached; try again in a moment");
    }
    return missing.broken(HttpStatus.SERVICE_UNAVAILABLE, edition(request.getRequestURI()));
  }

  @ExceptionHandler(KafkaException.class)
  ResponseEntity<?> brokersAway(HttpServletRequest request, KafkaException fault) {
    log.warn(
        "{} can't be answered: an earlier catalogue can't be read: {}",
        request.getRequestURI(),
        fault.toString());
    return missing.broken(HttpStatus.SERVICE_UNAVAILABLE, edition(request.getRequestURI()));
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String slug, String title, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, slug, title, detail));
  }

  private static boolean isApi(String path) {
    return path.startsWith("/v1/");
  }

  private static Edition edition(String path) {
    return Edition.in(path.startsWith("/en/") ? Language.EN : Language.SL);
  }
}
