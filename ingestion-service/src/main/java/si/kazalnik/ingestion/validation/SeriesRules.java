package si.kazalnik.ingestion.validation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.RejectionCode;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.ingestion.validation.Verdict.Refusal;

/** A series with what it allows ready to be looked up. */
final class SeriesRules {

  private final Series series;
  private final DimensionRules dimensions;
  private final Set<String> roster;

  SeriesRules(Series series) {
    this.series = series;
    this.dimensions = new DimensionRules(series);
    this.roster = Set.copyOf(series.roster());
  }

  Series series() {
    return series;
  }

  @Nullable Refusal dimensions(Map<String, String> given) {
    return dimensions.check(given);
  }

  /**
   * @param required whether the event must name a subject of the roster; a completion need not: it
   *     then speaks for all
   */
  @Nullable Refusal subject(@Nullable String subject, boolean required) {
    boolean known = subject == null ? !required : roster.contains(subject);
    if (roster.isEmpty() || known) {
      return null;
    }
    String wrong =
        subject == null ? "`subject` is missing" : Wording.quote(subject) + " is not on the roster";
    return new Refusal(
        RejectionCode.UNKNOWN_SUBJECT,
        wrong
            + " of "
            + series.id()
            + ", which has "
            + Wording.names(series.roster())
            + (subject == null ? "" : Wording.didYouMean(subject, series.roster())));
  }

  @Nullable Refusal key(@Nullable String key) {
    if (!series.keep().contains(Series.Keep.DISTINCT) || (key != null && !key.isEmpty())) {
      return null;
    }
    return new Refusal(
        RejectionCode.MISSING_KEY,
        series.id() + " counts distinct keys: `key`, a pseudonym, is missing");
  }
}
