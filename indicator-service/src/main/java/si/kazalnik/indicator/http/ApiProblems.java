package si.kazalnik.indicator.http;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the API answers where values or catalogues can't be reached. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  ResponseEntity<Object> brokersAreAway(KafkaException away) {
    log.warn("an earlier catalogue can't be read: {}", away.getMessage());
    return Answer.catalogueIsAway();
  }

  @ExceptionHandler
  ResponseEntity<Object> storeIsAway(MongoException away) {
    log.warn("values can't be read: {}", away.getMessage());
    return Answer.storeIsAway();
  }
}
