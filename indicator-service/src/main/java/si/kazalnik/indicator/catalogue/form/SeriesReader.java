package si.kazalnik.indicator.catalogue.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Series.Keep;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads an entry of {@code series}. */
final class SeriesReader {

  private static final Set<String> KEYS =
      Remarks.and(
          "id",
          "provider",
          "title",
          "unit",
          "value",
          "period",
          "range",
          "dimensions",
          "roster",
          "keep",
          "acceptFor");
  private static final List<String> SPANS = List.of("years", "months", "days");

  private final Scope scope;

  SeriesReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Series> read(Item item) {
    return item.fields(Entries.name("series", item), KEYS).map(this::read);
  }

  private record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) {}

  private Series read(Fields fields) {
    boolean hasValue = !fields.choice("value", Map.of("NONE", true), false);
    Range range = fields.optional("range").map(this::range).orElse(new Range(empty(), empty()));
    Set<Keep> keep = keep(fields);
    if (!hasValue && fields.has("range")) {
      fields.at("range").fault("a series with `value: NONE` has no number to be in a `range`");
    }
    if (!hasValue && keep.contains(Keep.QUANTILES)) {
      fields.at("keep").fault("a series with `value: NONE` has no number to keep quantiles of");
    }
    Remarks remarks = Remarks.of(fields, scope);
    return new Series(
        Entries.id(fields),
        fields.required("provider").flatMap(scope.providers::reference).orElse(""),
        Texts.required(fields, "title", scope),
        fields.optionalText("unit").orElse(null),
        hasValue,
        period(fields),
        range.min.orElse(null),
        range.max.orElse(null),
        new DimensionReader(scope).read(fields),
        fields
            .optional("roster")
            .map(item -> Lists.distinctTexts(item, "subject"))
            .orElse(List.of()),
        Collections.unmodifiableSet(keep),
        fields
            .optional("acceptFor")
            .flatMap(item -> Dates.span(item, "`acceptFor`", SPANS, 1, Set.of()))
            .orElse(null),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  private static @Nullable Frequency period(Fields fields) {
    return fields.optional("period").flatMap(item -> item.choice(Words.FREQUENCIES)).orElse(null);
  }

  private Range range(Item item) {
    return item.fields("`range`", Set.of("min", "max"))
        .map(
            fields -> {
              Range range =
                  new Range(
                      fields.optional("min").flatMap(Item::number),
                      fields.optional("max").flatMap(Item::number));
              if (range.min.isPresent()
                  && range.max.isPresent()
                  && range.min.get().compareTo(range.max.get()) > 0) {
                fields.fault("`min` of `range` is above its `max`");
              }
              return range;
            })
        .orElse(new Range(empty(), empty()));
  }

  private static Set<Keep> keep(Fields fields) {
    Set<Keep> keep = EnumSet.noneOf(Keep.class);
    keep.addAll(fields.list("keep", item -> item.choice(Words.KEEP)));
    return keep;
  }

  private static Optional<BigDecimal> empty() {
    return Optional.empty();
  }
}
