package si.kazalnik.indicator.page;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.page.Frame.StateOfThings;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** Puts frames around pages of one state in one language. */
record Frames(Edition edition, @Nullable PublishedStrategy strategy) {

  /**
   * A frame.
   *
   * @param address of the page in a language
   */
  Frame around(String title, String description, Function<Routes, String> address) {
    String other = address.apply(new Routes(edition.language().other()));
    PublishedStrategy known = strategy;
    if (known == null) {
      return new Frame(edition, title, description, other, "", null, null, "");
    }
    Strategy told = known.catalogue().strategy();
    String city = edition.of(told.title());
    return new Frame(
        edition, title, description, other, city, textLanguage(told), state(known), "");
  }

  private @Nullable String textLanguage(Strategy told) {
    String code = edition.language().code();
    return told.languages().contains(code) ? null : told.languages().get(0);
  }

  private StateOfThings state(PublishedStrategy known) {
    LocalDateTime at =
        LocalDateTime.ofInstant(known.changedAt(), known.catalogue().strategy().timeZone());
    return new StateOfThings(
        known.changedAt().toString(),
        edition.dates().inWords(at.toLocalDate()),
        edition.dates().time(at.toLocalTime()),
        known.catalogue().version(),
        switch (Invention.ofValues(List.copyOf(known.all()))) {
          case NONE -> "";
          case SOME -> edition.say("foot.someIllustrative");
          case ALL -> edition.say("foot.allIllustrative");
        });
  }

  /** How much of something is illustrative. */
  enum Invention {
    NONE,
    SOME,
    ALL;

    static Invention ofValues(List<PublishedIndicator> indicators) {
      long invented = indicators.stream().filter(PublishedIndicator::illustrativeValue).count();
      if (invented == 0) {
        return NONE;
      }
      return invented == indicators.size() ? ALL : SOME;
    }
  }
}
