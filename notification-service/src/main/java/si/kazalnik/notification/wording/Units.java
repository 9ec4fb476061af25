package si.kazalnik.notification.wording;

import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.util.List;
import si.kazalnik.service.names.UnitNames;

/**
 * The word for what is counted, in the form that the number asks for. A unit that we have no word
 * for has none: a wrong form would be worse.
 */
final class Units {

  private static final List<String> SLOVENE = List.of("one", "two", "few", "other");
  private static final int SLOVENE_FRACTION = 4;

  private final UnitNames names;
  private final PluralRules rules;

  Units(Wording wording) {
    this.names = UnitNames.in(wording.language());
    this.rules = PluralRules.forLocale(wording.locale());
  }

  boolean knows(String unit) {
    return names.forms(unit).isPresent();
  }

  /**
   * The word.
   *
   * @param number as shown, with as many decimals as are shown
   */
  String word(String unit, BigDecimal number) {
    List<String> forms = names.forms(unit).orElse(List.of(""));
    boolean whole = number.scale() <= 0;
    if (forms.size() <= 2) {
      // English: 1 participant, but 1.0 participants.
      boolean one = whole && number.abs().compareTo(BigDecimal.ONE) == 0;
      return forms.get(one ? 0 : forms.size() - 1);
    }
    if (!whole) {
      // The plural rules call every fraction »few«; grammar wants the genitive singular.
      return forms.get(SLOVENE_FRACTION);
    }
    return forms.get(SLOVENE.indexOf(rules.select(number.abs().doubleValue())));
  }
}
