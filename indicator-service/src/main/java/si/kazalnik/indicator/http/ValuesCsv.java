package si.kazalnik.indicator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.indicator.published.PublishedIndicator;

/** Values as a table, one column per dimension. */
final class ValuesCsv {

  private ValuesCsv() {}

  static String of(PublishedIndicator indicator, List<IndicatorValue> values) {
    String dimension = indicator.definition().disaggregateBy();
    Csv csv = new Csv();
    csv.raw("indicator").raw("period").raw("start").raw("end");
    if (dimension != null) {
      csv.text(dimension);
    }
    for (String column :
        ("value,reason,unit,illustrative,status,revision,cause,performance,expected,target,"
                + "coverage,measurements,computed_at")
            .split(",", -1)) {
      csv.raw(column);
    }
    csv.endRow();
    values.forEach(value -> row(csv, indicator, dimension, value));
    return csv.toString();
  }

  private static void row(
      Csv csv, PublishedIndicator indicator, @Nullable String dimension, IndicatorValue value) {
    boolean computed = value.reason() != NoValueReason.NOT_YET_COMPUTED;
    csv.text(value.indicator()).text(value.period()).raw(value.start()).raw(value.end());
    if (dimension != null) {
      csv.text(value.dimensions().get(dimension));
    }
    csv.number(value.value()).raw(value.reason());
    csv.text(indicator.definition().unit()).raw(indicator.illustrativeValue());
    csv.raw(value.status()).raw(value.revision()).raw(value.cause());
    csv.raw(computed ? value.performance() : null);
    csv.bounds(computed ? value.expected() : null);
    csv.bounds(computed ? value.target() : null);
    csv.coverage(computed ? value.coverage() : null);
    boolean counted = computed && value.reason() != NoValueReason.SUPPRESSED;
    csv.number(counted ? value.measurements() : null);
    csv.raw(value.computedAt()).endRow();
  }
}
