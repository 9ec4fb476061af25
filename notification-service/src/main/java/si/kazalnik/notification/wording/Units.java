package si.kazalnik.notification.wording;

import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Properties;

/**
 * The word for what is counted, in the form that the number asks for. A unit that we have no word
 * for has none: a wrong form would be worse.
 */
final class Units {

  private static final List<String> SLOVENE = List.of("one", "two", "few", "other");
  private static final int SLOVENE_FRACTION = 4;

  private final Properties words;
  private final PluralRules rules;

  Units(Wording wording) {
    this.words = Resource.properties("/wording/units-" + wording.language() + ".properties");
    this.rules = PluralRules.forLocale(wording.locale());
  }

  boolean knows(String unit) {
    return words.containsKey(key(unit));
  }

  /**
   * The word.
   *
   * @param number as shown, with as many decimals as are shown
   */
  String word(String unit, BigDecimal number) {
    String[] forms = words.getProperty(key(unit), "").split("\\|", -1);
    boolean whole = number.scale() <= 0;
    if (forms.length <= 2) {
      // English: 1 participant, but 1.0 participants.
      boolean one = whole && number.abs().compareTo(BigDecimal.ONE) == 0;
      return forms[one ? 0 : forms.length - 1];
    }
    if (!whole) {
      // The plural rules call every fraction »few«; grammar wants the genitive singular.
      return forms[SLOVENE_FRACTION];
    }
    return forms[SLOVENE.indexOf(rules.select(number.abs().doubleValue()))];
  }

  private static String key(String unit) {
    return unit.replace(' ', '-');
  }
}
