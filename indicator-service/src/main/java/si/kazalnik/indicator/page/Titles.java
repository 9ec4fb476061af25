package si.kazalnik.indicator.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Titles with their numbers, and addresses of sources. */
final class Titles {

  private Titles() {}

  /** {@code 1.2 Title}, or the title alone. */
  static String numbered(Edition edition, @Nullable String number, Map<String, String> title) {
    return number == null
        ? edition.of(title)
        : edition.say("goal.title", "number", number, "title", edition.of(title));
  }

  /** {@code Goal 1: Title}. */
  static String goal(Edition edition, @Nullable String number, Map<String, String> title) {
    return number == null
        ? edition.say("goal.plain", "title", edition.of(title))
        : edition.say("goal.word", "number", number, "title", edition.of(title));
  }

  /** The address if a browser may be sent there, else empty. */
  static String web(@Nullable String address) {
    return address != null && address.matches("(?i)https?://[^\\s\"<>]+") ? address : "";
  }
}
