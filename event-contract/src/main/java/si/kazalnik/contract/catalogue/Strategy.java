package si.kazalnik.contract.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strategy and its upper three levels.
 *
 * @param from first day
 * @param to last day
 * @param timeZone in which days are counted; never changes
 * @param holidays ISO 3166 code of the country whose work-free days count, or null
 * @param languages the first is the default
 * @param office role that hears of everything nobody else owns
 */
public record Strategy(
    String id,
    Map<String, String> title,
    LocalDate from,
    LocalDate to,
    ZoneId timeZone,
    @Nullable String holidays,
    List<String> languages,
    String office,
    List<Goal> goals,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {

  /** A strategic goal. */
  public record Goal(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note,
      List<Objective> objectives,
      List<Measure> measures) {}

  /** A specific objective. */
  public record Objective(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note,
      List<Measure> measures) {}

  /** A measure; directly under a goal where there is no objective. */
  public record Measure(
      String id,
      @Nullable String number,
      Map<String, String> title,
      Map<String, String> description,
      Map<String, String> status,
      boolean illustrative,
      @Nullable String source,
      Map<String, String> note) {}
}
