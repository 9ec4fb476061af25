package si.kazalnik.indicator.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.DataHealth;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.indicator.domain.health.Standing;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.StrategyIndex;

/** An indicator as the API lists it; {@code outlook} is null until there are forecasts. */
record IndicatorItem(
    String id,
    Map<String, String> title,
    List<String> goals,
    List<String> objectives,
    List<String> measures,
    String unit,
    int decimals,
    Indicator.Polarity polarity,
    boolean illustrativeValue,
    boolean illustrativeTarget,
    @Nullable Latest latest,
    Judgement performance,
    Health dataHealth,
    @Nullable Object outlook) {

  /** The latest period with a value, open or not. */
  record Latest(String period, @Nullable BigDecimal value, ValueStatus status) {}

  /** The latest verdict and the period that it is about. */
  record Judgement(Performance state, @Nullable String period) {}

  /** Do we know, and when the next due period closes. */
  record Health(
      DataHealth state, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant dueAt) {}

  static IndicatorItem of(PublishedIndicator indicator, StrategyIndex index) {
    Indicator definition = indicator.definition();
    Standing standing = indicator.standing();
    return new IndicatorItem(
        definition.id(),
        definition.title(),
        index.goalIds(definition),
        index.objectiveIds(definition),
        definition.measures(),
        definition.unit(),
        definition.decimals(),
        definition.polarity(),
        indicator.illustrativeValue(),
        indicator.illustrativeTarget(),
        latest(standing.latest()),
        judgement(standing),
        new Health(standing.health(), standing.dueAt()),
        null);
  }

  private static @Nullable Latest latest(@Nullable IndicatorValue value) {
    return value == null ? null : new Latest(value.period(), value.value(), value.status());
  }

  private static Judgement judgement(Standing standing) {
    IndicatorValue judged = standing.judged();
    return new Judgement(standing.performance(), judged == null ? null : judged.period());
  }

  static void csvHeader(Csv csv) {
    for (String column :
        ("id,title_sl,title_en,goals,objectives,measures,unit,decimals,polarity,"
                + "illustrative_value,illustrative_target,latest_period,latest_value,"
                + "latest_status,performance,performance_period,data_health,due_at")
            .split(",", -1)) {
      csv.raw(column);
    }
    csv.endRow();
  }

  void csvRow(Csv csv) {
    csv.text(id).text(title.get("sl")).text(title.get("en"));
    csv.words(goals).words(objectives).words(measures);
    csv.text(unit).raw(decimals).raw(polarity).raw(illustrativeValue).raw(illustrativeTarget);
    Latest value = latest;
    csv.text(value == null ? null : value.period);
    csv.number(value == null ? null : value.value);
    csv.raw(value == null ? null : value.status);
    csv.raw(performance.state).text(performance.period);
    csv.raw(dataHealth.state).raw(dataHealth.dueAt).endRow();
  }
}
