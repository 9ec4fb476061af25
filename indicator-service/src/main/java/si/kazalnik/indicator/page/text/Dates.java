package si.kazalnik.indicator.page.text;

import com.ibm.icu.text.DateFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Days and months as the language writes them, without breaks inside. */
public final class Dates {

  private static final char NO_BREAK = '\u00a0';

  // CLDR has the nominative only.
  private static final String[] SLOVENE_GENITIVE = {
    "januarja", "februarja", "marca", "aprila", "maja", "junija",
    "julija", "avgusta", "septembra", "oktobra", "novembra", "decembra"
  };

  private final Language language;
  private final String[] months;
  private final String[] monthsInDates;
  private final String[] shortMonths;

  public Dates(Language language) {
    this.language = language;
    DateFormatSymbols symbols = new DateFormatSymbols(language.locale());
    this.months = symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE);
    this.monthsInDates =
        language == Language.SL
            ? SLOVENE_GENITIVE
            : symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
    this.shortMonths =
        symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED);
  }

  /** {@code 16. 11. 2026}, {@code 16 November 2026}. */
  public String day(LocalDate day) {
    return language == Language.SL
        ? day.getDayOfMonth() + ".\u00a0" + day.getMonthValue() + ".\u00a0" + day.getYear()
        : inWords(day);
  }

  /** {@code 16. novembra 2026}, {@code 16 November 2026}. */
  public String inWords(LocalDate day) {
    String dot = language == Language.SL ? "." : "";
    return day.getDayOfMonth()
        + dot
        + NO_BREAK
        + monthGenitive(day.getMonthValue())
        + NO_BREAK
        + day.getYear();
  }

  /** {@code 8.00}, {@code 08:00}. */
  public String time(LocalTime time) {
    return language == Language.SL
        ? String.format(Locale.ROOT, "%d.%02d", time.getHour(), time.getMinute())
        : String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
  }

  /** {@code september}, {@code September}. */
  public String month(int month) {
    return months[month - 1];
  }

  /** {@code septembra}, {@code September}. */
  public String monthGenitive(int month) {
    return monthsInDates[month - 1];
  }

  /** {@code sep.}, {@code Sep}. */
  public String monthShort(int month) {
    return shortMonths[month - 1];
  }

  /** {@code S}. */
  public String monthLetter(int month) {
    return months[month - 1].substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
