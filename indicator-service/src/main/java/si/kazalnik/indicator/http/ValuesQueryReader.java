package si.kazalnik.indicator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.indicator.published.PublishedIndicator;

/** Reads and checks the parameters of a question for values. */
final class ValuesQueryReader {

  private static final String DIMENSION = "dimension.";
  private static final Set<String> ALLOWED = Set.of("period", "from", "to", "asOf", "format");
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private final PublishedIndicator indicator;
  private final Parameters parameters;
  private @Nullable String fault;

  private ValuesQueryReader(PublishedIndicator indicator, Parameters parameters) {
    this.indicator = indicator;
    this.parameters = parameters;
  }

  static ValuesQuery read(PublishedIndicator indicator, Parameters parameters) {
    return new ValuesQueryReader(indicator, parameters).read();
  }

  private ValuesQuery read() {
    String dimension = indicator.definition().disaggregateBy();
    parameters
        .fault(
            ALLOWED,
            name -> name.startsWith(DIMENSION),
            dimension == null ? List.of() : List.of(DIMENSION + dimension))
        .ifPresent(this::refuse);
    // A period of ON_EVENT is named by its subject; from and to are days all the same.
    String subject = onEvent() ? parameters.get("period") : null;
    ReportingPeriod one = subject == null ? period("period") : null;
    ReportingPeriod from = one == null ? period("from") : one;
    ReportingPeriod to = one == null ? period("to") : one;
    if ((one != null || subject != null)
        && (parameters.get("from") != null || parameters.get("to") != null)) {
      refuse("`period` stands for both `from` and `to`; give either it or them");
    }
    if (from != null && to != null && from.start().isAfter(to.end())) {
      refuse("`from` lies after `to`; periods go from the earlier to the later");
    }
    Instant asOf = asOf();
    List<Map<String, String>> tuples = tuples(dimension);
    String wrong = fault;
    return wrong != null
        ? new ValuesQuery.Refused(wrong)
        : new ValuesQuery.Asked(
            from == null ? null : from.start(),
            to == null ? null : to.end(),
            subject,
            tuples,
            asOf);
  }

  private boolean onEvent() {
    return indicator.definition().reporting().frequency() == null;
  }

  private @Nullable ReportingPeriod period(String name) {
    String text = parameters.get(name);
    if (text == null) {
      return null;
    }
    Optional<ReportingPeriod> period =
        ReportingPeriod.parse(text).filter(found -> !found.start().isBefore(EARLIEST));
    if (period.isEmpty()) {
      refuse(
          "`%s` is not a period: %s; written are 2025, 2025-H1, 2025-Q3, 2025-07, 2025-W05, 2025-07-14%s"
              .formatted(
                  name,
                  Quoted.of(text),
                  onEvent() ? "; of one event ask with `period` and its subject" : ""));
    }
    return period.orElse(null);
  }

  private @Nullable Instant asOf() {
    String text = parameters.get("asOf");
    if (text == null) {
      return null;
    }
    try {
      // In a query an unescaped + is a space.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException notAnInstant) {
      refuse(
          "`asOf` is not an instant with offset: "
              + Quoted.of(text)
              + "; written is 2026-03-01T00:00:00Z");
      return null;
    }
  }

  private List<Map<String, String>> tuples(@Nullable String dimension) {
    Map<String, String> asked = parameters.startingWith(DIMENSION);
    for (Map.Entry<String, String> each : asked.entrySet()) {
      if (!each.getKey().equals(dimension)) {
        refuse(
            "`%s` has no values by %s; %s"
                .formatted(
                    indicator.id(),
                    Quoted.of(each.getKey()),
                    dimension == null ? "it has the headline only" : "it has " + dimension));
        return List.of();
      }
      return cells(each.getKey(), each.getValue());
    }
    return List.of(Map.of());
  }

  private List<Map<String, String>> cells(String dimension, String asked) {
    List<Map<String, String>> all = indicator.cells();
    if ("*".equals(asked)) {
      return all;
    }
    Map<String, String> cell = Map.of(dimension, asked);
    if (!all.contains(cell)) {
      String listed =
          all.stream().flatMap(each -> each.values().stream()).collect(Collectors.joining(", "));
      refuse(
          "`dimension.%s` has no value %s; it has %s, and * for all"
              .formatted(dimension, Quoted.of(asked), listed));
      return List.of();
    }
    return List.of(cell);
  }

  private void refuse(String detail) {
    if (fault == null) {
      fault = detail;
    }
  }
}
