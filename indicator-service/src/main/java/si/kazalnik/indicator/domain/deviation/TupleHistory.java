package si.kazalnik.indicator.domain.deviation;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;

/**
 * What was published of one judged tuple of an indicator: the newest revision of each period. It is
 * read only as far as it is asked for.
 */
public interface TupleHistory {

  /** The tuple; empty for the headline. */
  Map<String, String> dimensions();

  /** Latest period first, up to the first of which that holds, included. */
  List<IndicatorValue> latestFirst(Predicate<? super IndicatorValue> last);

  /** Those before that one, latest first, up to the first of which that holds, included. */
  List<IndicatorValue> earlier(IndicatorValue than, Predicate<? super IndicatorValue> last);

  /** Those after that one, earliest first, up to the first of which that holds, included. */
  List<IndicatorValue> later(IndicatorValue than, Predicate<? super IndicatorValue> last);

  /** The period of that name, or null. */
  @Nullable IndicatorValue of(String period);
}
