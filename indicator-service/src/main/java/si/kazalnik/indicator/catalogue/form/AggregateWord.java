package si.kazalnik.indicator.catalogue.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** {@code SUM}, {@code PERCENTILE(90)} and the like. */
record AggregateWord(Aggregate aggregate, Optional<Integer> percentile) {

  private static final Pattern PERCENTILE =
      Pattern.compile("PERCENTILE\\(\\s*(0|[1-9]\\d{0,3})\\s*\\)");
  private static final Map<String, AggregateWord> WORDS = new LinkedHashMap<>();

  static {
    Words.AGGREGATES.forEach(
        (word, aggregate) -> {
          if (aggregate != Aggregate.PERCENTILE) {
            WORDS.put(word, new AggregateWord(aggregate, Optional.empty()));
          }
        });
  }

  static Optional<AggregateWord> read(Item item) {
    Optional<String> word = item.text();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Matcher percentile = PERCENTILE.matcher(word.get());
    if (percentile.matches()) {
      int p = Integer.parseInt(percentile.group(1));
      if (p < 1 || p > 100) {
        item.fault("`" + word.get() + "`: a percentile is from 1 to 100");
      }
      return Optional.of(new AggregateWord(Aggregate.PERCENTILE, Optional.of(p)));
    }
    if (word.get().startsWith(Aggregate.PERCENTILE.name())) {
      item.fault("`" + word.get() + "` must say which, a whole number, as in PERCENTILE(90)");
      return Optional.empty();
    }
    return item.choice(WORDS);
  }
}
