package si.kazalnik.indicator.page.text;

import java.time.LocalDate;
import java.util.Optional;
import si.kazalnik.contract.calendar.ReportingPeriod;

/** Names of reporting periods, in the cases that sentences need. */
public final class Periods {

  private final Words words;
  private final Dates dates;

  public Periods(Language language) {
    this.words = Words.in(language);
    this.dates = new Dates(language);
  }

  /** As it stands in a row of a table: {@code 2025}, {@code september 2026}. */
  public String row(String period) {
    return name(period, "row");
  }

  /** After <i>za</i> or <i>for</i>: {@code leto 2025}, {@code september 2026}. */
  public String of(String period) {
    return name(period, "of");
  }

  /** After <i>od</i>, <i>do konca</i>: {@code leta 2025}, {@code septembra 2026}. */
  public String genitive(String period) {
    return name(period, "genitive");
  }

  private String name(String notation, String form) {
    Optional<ReportingPeriod> parsed = ReportingPeriod.parse(notation);
    if (parsed.isEmpty()) {
      // A period of ON_EVENT is named by its subject.
      return notation;
    }
    ReportingPeriod period = parsed.get();
    LocalDate end = period.end();
    String year = Integer.toString(end.getYear());
    return switch (period.frequency()) {
      case DAY -> dates.day(end);
      case WEEK ->
          words.say(
              "period.week." + form,
              "n",
              Integer.toString(Integer.parseInt(notation.substring(6))),
              "year",
              notation.substring(0, 4));
      case MONTH ->
          ("genitive".equals(form)
                  ? dates.monthGenitive(end.getMonthValue())
                  : dates.month(end.getMonthValue()))
              + '\u00a0'
              + year;
      case QUARTER ->
          words.say("period.quarter." + form, "n", end.getMonthValue() / 3, "year", year);
      case HALF_YEAR ->
          words.say("period.half." + form, "n", end.getMonthValue() / 6, "year", year);
      case YEAR -> words.say("period.year." + form, "year", year);
    };
  }
}
