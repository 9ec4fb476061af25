package si.kazalnik.indicator.catalogue.form;

import java.math.BigDecimal;
import java.util.Optional;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code value}, or {@code low} and {@code high} with polarity {@code IN_RANGE}. */
final class BoundsReader {

  private final Optional<Polarity> polarity;

  /**
   * A reader for an indicator of that polarity.
   *
   * @param polarity empty where it could not be read; then either form is in order
   */
  BoundsReader(Optional<Polarity> polarity) {
    this.polarity = polarity;
  }

  /** What is written; where that can't be read a stand-in, so that other rules can be checked. */
  Bounds read(Fields fields) {
    boolean range =
        polarity.map(of -> of == Polarity.IN_RANGE).orElse(fields.has("low") || fields.has("high"));
    return (range ? range(fields) : value(fields)).orElse(Bounds.of(BigDecimal.ZERO));
  }

  private static Optional<Bounds> range(Fields fields) {
    if (fields.has("value")) {
      fields.at("value").fault("polarity IN_RANGE has `low` and `high` in place of `value`");
    }
    Optional<BigDecimal> low = fields.required("low").flatMap(Item::number);
    Optional<BigDecimal> high = fields.required("high").flatMap(Item::number);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (low.get().compareTo(high.get()) > 0) {
      fields.at("low").fault("`low` is above `high`");
    }
    return Optional.of(Bounds.range(low.get(), high.get()));
  }

  private static Optional<Bounds> value(Fields fields) {
    for (String key : new String[] {"low", "high"}) {
      if (fields.has(key)) {
        fields.at(key).fault("`" + key + "` is for polarity IN_RANGE; here write `value`");
      }
    }
    return fields.required("value").flatMap(Item::number).map(Bounds::of);
  }
}
