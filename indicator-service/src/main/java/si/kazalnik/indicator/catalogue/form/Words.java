package si.kazalnik.indicator.catalogue.form;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.catalogue.Indicator.Polarity;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Reporting.Only;
import si.kazalnik.contract.catalogue.Series.Keep;
import si.kazalnik.contract.catalogue.Target.After;
import si.kazalnik.contract.catalogue.Target.Interpolate;

/** The words of the form and what they mean, in the order in which they are offered. */
final class Words {

  static final Map<String, Frequency> FREQUENCIES = byName(Frequency.values());
  static final Map<String, Polarity> POLARITIES = byName(Polarity.values());
  static final Map<String, Across> ACROSS = byName(Across.values());
  static final Map<String, Interpolate> INTERPOLATE = byName(Interpolate.values());
  static final Map<String, After> AFTER = byName(After.values());
  static final Map<String, Aggregate> AGGREGATES = byName(Aggregate.values());
  static final Map<String, Boolean> WHEN_EMPTY = inOrder("NO_VALUE", false, "ZERO", true);
  static final Map<String, Keep> KEEP =
      inOrder("distinct", Keep.DISTINCT, "quantiles", Keep.QUANTILES);
  static final Map<String, Only> ONLY =
      inOrder("even-years", Only.EVEN_YEARS, "odd-years", Only.ODD_YEARS);

  private Words() {}

  private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(value.name(), value));
    return Collections.unmodifiableMap(words);
  }

  private static <E> Map<String, E> inOrder(String one, E first, String other, E second) {
    Map<String, E> words = new LinkedHashMap<>();
    words.put(one, first);
    words.put(other, second);
    return Collections.unmodifiableMap(words);
  }
}
