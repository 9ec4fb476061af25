package si.kazalnik.indicator.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the window
 * @param description for search engines; empty leaves it out
 * @param other address of the same page in the other language
 * @param city title of the strategy; empty where it isn't known
 * @param textLanguage language of the strategy's texts where it isn't the page's, else null
 * @param state where the strategy's state stands, or null where there is none
 * @param query what was searched for
 */
public record Frame(
    Edition edition,
    String title,
    String description,
    String other,
    String city,
    @Nullable String textLanguage,
    @Nullable StateOfThings state,
    String query) {

  /**
   * How new the page is.
   *
   * @param instant machine-readable
   * @param catalogue its version, whole
   * @param illustrative what to say of invented values; empty where there are none
   */
  public record StateOfThings(
      String instant, String day, String time, String catalogue, String illustrative) {

    /** Enough of the version to tell two apart. */
    public String shortCatalogue() {
      return catalogue.substring(0, Math.min(7, catalogue.length()));
    }
  }

  Frame asked(String what) {
    return new Frame(edition, title, description, other, city, textLanguage, state, what);
  }

  public String styleSheet() {
    return Assets.STYLE_ADDRESS;
  }
}
