package si.kazalnik.indicator.page.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Map;

/** A language of the pages. */
public enum Language {
  SL("sl", new ULocale("sl-SI")),
  EN("en", new ULocale("en-GB"));

  private final String code;
  private final ULocale locale;

  Language(String code, ULocale locale) {
    this.code = code;
    this.locale = locale;
  }

  /** For {@code lang} and {@code hreflang}. */
  public String code() {
    return code;
  }

  ULocale locale() {
    return locale;
  }

  /** The other one. */
  public Language other() {
    return this == SL ? EN : SL;
  }

  /** Of a text in several languages that in this one, else in the first there is; else nothing. */
  public String of(Map<String, String> texts) {
    String text = texts.get(code);
    return text != null ? text : texts.values().stream().findFirst().orElse("");
  }

  /** The language's alphabetical order: c č ć d đ … s š … z ž. */
  public Comparator<String> alphabet() {
    Collator collator = Collator.getInstance(locale);
    return collator::compare;
  }
}
