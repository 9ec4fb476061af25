package si.kazalnik.indicator.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.page.Explained;
import si.kazalnik.indicator.published.DefinedThen;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedStrategy;
import si.kazalnik.indicator.published.PublishedValues;

/** {@code /v1/indicators/{id}/values/{period}/explain}. */
@RestController
class ExplainController {

  private static final String DIMENSION = "dimension.";
  private static final String AS_OF = "asOf";

  private final PublishedStrategies strategies;
  private final PublishedValues values;

  ExplainController(PublishedStrategies strategies, PublishedValues values) {
    this.strategies = strategies;
    this.values = values;
  }

  @GetMapping("/v1/indicators/{id}/values/{period}/explain")
  ResponseEntity<Object> explain(
      @PathVariable String id,
      @PathVariable String period,
      @RequestParam MultiValueMap<String, String> query) {
    return strategies
        .now()
        .map(strategy -> explain(strategy, id, period, new Parameters(query)))
        .orElseGet(Answer::starting);
  }

  private ResponseEntity<Object> explain(
      PublishedStrategy strategy, String id, String period, Parameters query) {
    return strategy
        .indicator(id)
        .map(indicator -> explain(strategy, indicator, period, query))
        .orElseGet(() -> Answer.unknown("indicator", id, strategy.indicators().keySet()));
  }

  private ResponseEntity<Object> explain(
      PublishedStrategy strategy, PublishedIndicator indicator, String period, Parameters query) {
    String dimension = indicator.definition().disaggregateBy();
    String fault =
        query
            .fault(
                Set.of(AS_OF),
                name -> name.startsWith(DIMENSION),
                dimension == null ? List.of() : List.of(DIMENSION + dimension))
            .orElse(null);
    if (fault != null) {
      return Answer.badParameter(fault);
    }
    ValuesQuery read = ValuesQueryReader.read(indicator, query);
    if (read instanceof ValuesQuery.Refused refused) {
      return Answer.badParameter(refused.detail());
    }
    ValuesQuery.Asked asked = (ValuesQuery.Asked) read;
    if (asked.tuples().size() != 1) {
      return Answer.badParameter("one value is explained at a time; `*` is not one");
    }
    Map<String, String> tuple = asked.tuples().get(0);
    List<IndicatorValue> current =
        tuple.isEmpty() ? indicator.values() : values.current(indicator.id(), tuple);
    List<IndicatorValue> known =
        asked.asOf() == null ? current : values.asOf(indicator.id(), tuple, asked.asOf());
    return known.stream()
        .filter(value -> value.period().equals(period))
        .findFirst()
        .map(value -> explain(strategy, indicator, value, current.contains(value)))
        .orElseGet(
            () ->
                Answer.unknown(
                    "period", period, known.stream().map(IndicatorValue::period).toList()));
  }

  private ResponseEntity<Object> explain(
      PublishedStrategy strategy,
      PublishedIndicator indicator,
      IndicatorValue value,
      boolean current) {
    return strategies
        .behind(strategy, indicator, value, current)
        .map(then -> explain(then, value))
        .orElseGet(() -> Answer.unknownCatalogue(value.catalogue()));
  }

  private static ResponseEntity<Object> explain(DefinedThen then, IndicatorValue value) {
    return Answer.json(
        new Explaining(then, value).explanation(Explained.inEveryLanguage(then, value)));
  }
}
