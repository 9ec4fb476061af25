package si.kazalnik.indicator.catalogue.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import si.kazalnik.contract.catalogue.Input.Window;
import si.kazalnik.indicator.catalogue.yaml.Item;

/**
 * {@code PERIOD}, {@code ROLLING(12)} and the like.
 *
 * @param rolling n of {@code ROLLING(n)}, else 0
 */
record WindowWord(Window window, int rolling) {

  private static final Pattern ROLLING = Pattern.compile("ROLLING\\(\\s*(0|[1-9]\\d{0,5})\\s*\\)");
  private static final int LONGEST = 4_000;
  private static final Map<String, WindowWord> WORDS = new LinkedHashMap<>();

  static {
    for (Window window : Window.values()) {
      if (window != Window.ROLLING) {
        WORDS.put(window.name(), new WindowWord(window, 0));
      }
    }
  }

  static Optional<WindowWord> read(Item item) {
    Optional<String> word = item.text();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Matcher rolling = ROLLING.matcher(word.get());
    if (rolling.matches()) {
      int n = Integer.parseInt(rolling.group(1));
      if (n < 1 || n > LONGEST) {
        item.fault("`" + word.get() + "`: a rolling window is from 1 to " + LONGEST + " periods");
      }
      return Optional.of(new WindowWord(Window.ROLLING, n));
    }
    if (word.get().startsWith(Window.ROLLING.name())) {
      item.fault("`" + word.get() + "` must say how many periods, as in ROLLING(12)");
      return Optional.empty();
    }
    return item.choice(WORDS);
  }
}
