package si.kazalnik.indicator.catalogue.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.kazalnik.contract.catalogue.Indicator.Baseline;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Indicator.Tolerance;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads {@code target}, {@code baseline} and {@code tolerance} of an indicator or of a change. */
final class JudgementReader {

  private static final Set<String> BASELINE = Remarks.and("period", "value", "low", "high");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*%");

  private final Scope scope;
  private final TargetReader targets;
  private final BoundsReader bounds;

  JudgementReader(Scope scope, Schedule schedule, Optional<Polarity> polarity) {
    this.scope = scope;
    this.targets = new TargetReader(scope, schedule, polarity);
    this.bounds = new BoundsReader(polarity);
  }

  Optional<Target> target(Fields fields) {
    return fields.optional("target").flatMap(targets::read);
  }

  Optional<Baseline> baseline(Fields fields) {
    return fields
        .optional("baseline")
        .flatMap(item -> item.fields("`baseline`", BASELINE))
        .map(
            baseline -> {
              baseline.required("period").ifPresent(Dates::period);
              Remarks remarks = Remarks.of(baseline, scope);
              return new Baseline(
                  baseline.optional("period").filter(Item::isScalar).flatMap(Item::text).orElse(""),
                  bounds.read(baseline),
                  remarks.illustrative(),
                  remarks.source(),
                  remarks.note());
            });
  }

  Optional<Tolerance> tolerance(Fields fields) {
    return fields.optional("tolerance").flatMap(JudgementReader::tolerance);
  }

  private static Optional<Tolerance> tolerance(Item item) {
    Optional<String> text = item.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(text.get().strip());
    if (percent.matches()) {
      BigDecimal value = new BigDecimal(percent.group(1)).stripTrailingZeros();
      return Optional.of(new Tolerance(value.scale() < 0 ? value.setScale(0) : value, true));
    }
    if (text.get().contains("%")) {
      item.fault("`" + text.get() + "` is no tolerance; write `5%`, or a number in the unit");
      return Optional.empty();
    }
    Optional<BigDecimal> number = item.number();
    if (number.filter(n -> n.signum() < 0).isPresent()) {
      item.fault("`tolerance` can't be below 0");
    }
    return number.map(value -> new Tolerance(value, false));
  }
}
