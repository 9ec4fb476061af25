package si.kazalnik.indicator.domain.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was published of an indicator before the period that is computed. */
public interface Past {

  /** Of an indicator of which nothing was. */
  Past NONE =
      new Past() {
        @Override
        public boolean isPublished() {
          return false;
        }

        @Override
        public boolean hasClosed() {
          return false;
        }

        @Override
        public @Nullable BigDecimal lastShown(
            Map<String, String> dimensions, String input, LocalDate since) {
          return null;
        }
      };

  /** Whether the period itself was published before; then it stays. */
  boolean isPublished();

  /** Whether the period itself was published as closed before: a cell that joins it then is new. */
  boolean hasClosed();

  /**
   * The value of an input (none is 0) in the last period before this one in which the cell was
   * shown; null where it was shown in none.
   *
   * @param since the earliest last day of a period that counts
   */
  @Nullable BigDecimal lastShown(Map<String, String> dimensions, String input, LocalDate since);
}
