package si.kazalnik.standalone.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;

/**
 * How the measurements of a series come about; exactly one of {@code facts}, {@code perYear} and
 * {@code every} is given.
 *
 * @param dimensions those that are always the same
 * @param pick dimensions of which each measurement has one at random
 * @param each a dimension of which every value gets its share of {@code level}
 * @param facts date, or period, to the published value (0 where the series has none)
 * @param subject of every measurement, or null
 * @param perYear year to the number of measurements in it, on days at random
 * @param value of each measurement of {@code perYear}, or null
 * @param persons how many persons there are behind {@code perYear}, for their pseudonyms; 0 for
 *     none
 * @param every calendar with {@code times} measurements in each period
 * @param level value of a period, by year's end; between them in a line
 * @param share by which {@code level} is multiplied, in per cent, by year's end
 * @param rest whether what {@code share} leaves is taken instead
 * @param noise spread of values, in per cent
 * @param stock whether the value stands on the last day, rather than at random within the period
 * @param decimals to which values are rounded
 * @param except months without any
 * @param until last day, or null
 */
record SampleRule(
    String series,
    @Nullable Map<String, String> dimensions,
    @Nullable List<String> pick,
    @Nullable String each,
    @Nullable Map<String, BigDecimal> facts,
    @Nullable String subject,
    @Nullable TreeMap<Integer, Integer> perYear,
    @Nullable BigDecimal value,
    int persons,
    @Nullable Frequency every,
    int times,
    @Nullable TreeMap<Integer, BigDecimal> level,
    @Nullable TreeMap<Integer, BigDecimal> share,
    boolean rest,
    double noise,
    boolean stock,
    int decimals,
    @Nullable List<Integer> except,
    @Nullable LocalDate until) {

  boolean allows(LocalDate day) {
    LocalDate last = until;
    List<Integer> months = except;
    return (last == null || !day.isAfter(last))
        && (months == null || !months.contains(day.getMonthValue()));
  }
}
