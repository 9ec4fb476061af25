package si.kazalnik.indicator.domain.revision;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;

/**
 * What is remembered of a period to decide its next revision.
 *
 * @param last the record that was published last
 * @param closedWith the value of revision 1; null before it, and where it had none
 * @param unseen causes that since the last revision have changed nothing that is shown: in the same
 *     second of the clock they are causes of the next one all the same, or it would depend on how
 *     the events of that second fell into evaluations
 * @param unseenAt when that was; null where there are none
 */
public record PublishedPeriod(
    IndicatorValue last,
    @Nullable BigDecimal closedWith,
    Causes unseen,
    @Nullable Instant unseenAt) {

  /**
   * As a record that was published tells it, read in the order in which they were.
   *
   * @param before what is known from those before it, or null
   */
  public static PublishedPeriod of(@Nullable PublishedPeriod before, IndicatorValue record) {
    if (record.revision() == 0) {
      return new PublishedPeriod(record, null);
    }
    BigDecimal closedWith =
        record.revision() == 1 || before == null ? record.value() : before.closedWith();
    return new PublishedPeriod(record, closedWith);
  }

  /** Without causes that are still to be told. */
  PublishedPeriod(IndicatorValue last, @Nullable BigDecimal closedWith) {
    this(last, closedWith, Causes.NONE, null);
  }
}
