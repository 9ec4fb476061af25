package si.kazalnik.indicator.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.indicator.page.chart.ChartWords;
import si.kazalnik.indicator.page.text.Dates;
import si.kazalnik.indicator.page.text.Figures;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.page.text.Periods;
import si.kazalnik.indicator.page.text.Words;

/** The pages in one language: its words, numbers, dates, addresses. */
public record Edition(
    Language language, Words words, Figures figures, Dates dates, Periods periods, Routes routes) {

  static Edition in(Language language) {
    return new Edition(
        language,
        Words.in(language),
        new Figures(language),
        new Dates(language),
        new Periods(language),
        new Routes(language));
  }

  /** The same in the other language. */
  public Edition translated() {
    return in(language.other());
  }

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /** A text of the catalogue in this language. */
  public String of(Map<String, String> texts) {
    return language.of(texts);
  }

  /** The state's word, in the middle of a sentence. */
  public String word(State state) {
    return say("state." + state.name());
  }

  /** {@code Doseženo za leto 2024}. */
  public String verdict(State state, IndicatorValue judged) {
    return capital(
        say("verdict.for", "verdict", word(state), "period", periods.of(judged.period())));
  }

  /** With a capital letter, to begin a line. */
  public String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(language == Language.SL ? SLOVENE : ENGLISH)
            + text.substring(1);
  }

  /** The local day on which an instant that ends a period closes it: the day that ends then. */
  public LocalDate lastDay(Instant midnight, ZoneId zone) {
    return LocalDateTime.ofInstant(midnight, zone).minusNanos(1).toLocalDate();
  }

  ChartWords forCharts() {
    return new ChartWords(words, figures, dates, periods);
  }

  private static final java.util.Locale SLOVENE = java.util.Locale.forLanguageTag("sl");
  private static final java.util.Locale ENGLISH = java.util.Locale.ENGLISH;
}
