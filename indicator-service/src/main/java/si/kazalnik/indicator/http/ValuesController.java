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
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.indicator.published.PublishedValues;

/** {@code /v1/indicators/{id}/values}. */
@RestController
class ValuesController {

  private final PublishedStrategies strategies;
  private final PublishedValues values;

  ValuesController(PublishedStrategies strategies, PublishedValues values) {
    this.strategies = strategies;
    this.values = values;
  }

  @GetMapping("/v1/indicators/{id}/values")
  ResponseEntity<Object> values(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> query,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    return strategies
        .now()
        .map(strategy -> values(strategy, id, new Parameters(query), accept))
        .orElseGet(Answer::starting);
  }

  private ResponseEntity<Object> values(
      PublishedStrategy strategy, String id, Parameters query, @Nullable String accept) {
    return strategy
        .indicator(id)
        .map(indicator -> values(indicator, query, accept))
        .orElseGet(() -> Answer.unknown("indicator", id, strategy.indicators().keySet()));
  }

  private ResponseEntity<Object> values(
      PublishedIndicator indicator, Parameters query, @Nullable String accept) {
    ValuesQuery read = ValuesQueryReader.read(indicator, query);
    if (read instanceof ValuesQuery.Refused refused) {
      return Answer.badParameter(refused.detail());
    }
    ValuesQuery.Asked asked = (ValuesQuery.Asked) read;
    return switch (Form.of(query.get("format"), accept)) {
      case JSON ->
          Answer.json(
              new ValueList(
                  indicator.id(),
                  indicator.definition().unit(),
                  asked.asOf(),
                  find(indicator, asked).stream().map(ValueItem::of).toList()));
      case CSV -> Answer.csv(indicator.id(), ValuesCsv.of(indicator, find(indicator, asked)));
      case UNKNOWN -> Answer.badParameter("`format` is json or csv");
      case NOT_ACCEPTABLE -> Answer.notAcceptable();
    };
  }

  private List<IndicatorValue> find(PublishedIndicator indicator, ValuesQuery.Asked asked) {
    return asked.tuples().stream()
        .flatMap(
            tuple ->
                (asked.asOf() == null
                        ? tuple.isEmpty()
                            ? indicator.values()
                            : values.current(indicator.id(), tuple)
                        : values.asOf(indicator.id(), tuple, asked.asOf()))
                    .stream())
        .filter(asked::includes)
        .toList();
  }
}
