package si.kazalnik.indicator.http;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the API answers where the values can't be reached. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  ResponseEntity<Object> storeIsAway(MongoException away) {
    log.warn("values can't be read: {}", away.getMessage());
    return Answer.storeIsAway();
  }
}
