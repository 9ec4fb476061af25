package si.kazalnik.indicator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;

/** {@code /v1/indicators}. */
@RestController
class IndicatorsController {

  private final PublishedStrategies strategies;

  IndicatorsController(PublishedStrategies strategies) {
    this.strategies = strategies;
  }

  @GetMapping("/v1/indicators")
  ResponseEntity<Object> list(
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    return strategies
        .now()
        .map(strategy -> list(strategy, new Parameters(query), accept))
        .orElseGet(Answer::starting);
  }

  @GetMapping("/v1/indicators/{id}")
  ResponseEntity<Object> one(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    return strategies
        .now()
        .map(
            strategy ->
                new Parameters(query)
                    .fault()
                    .map(Answer::badParameter)
                    .orElseGet(() -> one(strategy, id)))
        .orElseGet(Answer::starting);
  }

  private static ResponseEntity<Object> one(PublishedStrategy strategy, String id) {
    return strategy
        .indicator(id)
        .map(indicator -> Answer.json(IndicatorItem.of(indicator, strategy.index())))
        .orElseGet(() -> Answer.unknown("indicator", id, strategy.indicators().keySet()));
  }

  private static ResponseEntity<Object> list(
      PublishedStrategy strategy, Parameters query, @Nullable String accept) {
    IndicatorsQuery read = IndicatorsQuery.read(strategy, query);
    if (read instanceof IndicatorsQuery.Refused refused) {
      return Answer.badParameter(refused.detail());
    }
    if (read instanceof IndicatorsQuery.UnknownGoal unknown) {
      return Answer.unknown("goal", unknown.id(), unknown.known());
    }
    return list(strategy, (IndicatorsQuery.Asked) read, query.get("format"), accept);
  }

  private static ResponseEntity<Object> list(
      PublishedStrategy strategy,
      IndicatorsQuery.Asked asked,
      @Nullable String format,
      @Nullable String accept) {
    List<IndicatorItem> items =
        asked.indicators().stream()
            .map((PublishedIndicator each) -> IndicatorItem.of(each, strategy.index()))
            .toList();
    return switch (Form.of(format, accept)) {
      case JSON -> Answer.json(new ItemList<>(items, asked.next()));
      case CSV -> {
        Csv csv = new Csv();
        IndicatorItem.csvHeader(csv);
        items.forEach(item -> item.csvRow(csv));
        yield Answer.csv("indicators", csv.toString());
      }
      case UNKNOWN -> Answer.badParameter("`format` is json or csv");
      case NOT_ACCEPTABLE -> Answer.notAcceptable();
    };
  }
}
