package si.kazalnik.indicator.http;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.catalogue.Strategy.Goal;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;

/** {@code /v1/goals}. */
@RestController
class GoalsController {

  private final PublishedStrategies strategies;

  GoalsController(PublishedStrategies strategies) {
    this.strategies = strategies;
  }

  @GetMapping("/v1/goals")
  ResponseEntity<Object> list(@RequestParam MultiValueMap<String, String> query) {
    Optional<String> fault = new Parameters(query).fault();
    return strategies
        .now()
        .map(strategy -> fault.map(Answer::badParameter).orElseGet(() -> list(strategy)))
        .orElseGet(Answer::starting);
  }

  @GetMapping("/v1/goals/{id}")
  ResponseEntity<Object> one(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    Optional<String> fault = new Parameters(query).fault();
    return strategies
        .now()
        .map(strategy -> fault.map(Answer::badParameter).orElseGet(() -> one(strategy, id)))
        .orElseGet(Answer::starting);
  }

  private static ResponseEntity<Object> list(PublishedStrategy strategy) {
    return Answer.json(
        new ItemList<>(
            strategy.index().goals().stream().map(goal -> GoalItem.of(goal, strategy)).toList(),
            null));
  }

  private static ResponseEntity<Object> one(PublishedStrategy strategy, String id) {
    return strategy
        .index()
        .goal(id)
        .map(goal -> Answer.json(GoalItem.of(goal, strategy)))
        .orElseGet(
            () ->
                Answer.unknown(
                    "goal", id, strategy.index().goals().stream().map(Goal::id).toList()));
  }
}
