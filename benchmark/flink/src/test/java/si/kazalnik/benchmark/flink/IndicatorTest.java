package si.kazalnik.benchmark.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job that computed something else would prove nothing about speed. */
class IndicatorTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  @Test
  void an_event_is_read_with_its_local_day_and_its_cell() throws IOException {
    Measurement read =
        new MeasurementReader()
            .deserialize(
                """
                {"source":"urn:bench","data":{"measurement":"m-1","series":"applications",
                "observedAt":"2026-06-30T22:30:00Z","value":3,
                "dimensions":{"channel":"digital","district":"Center"}}}
                """
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(read.identity).isEqualTo("urn:bench|m-1");
    assertThat(read.day).isEqualTo(LocalDate.parse("2026-07-01").toEpochDay());
    assertThat(read.cell).isEqualTo("channel=digital;district=Center;");
    assertThat(read.value).isEqualByComparingTo("3");
  }

  /** "Windows: PERIOD; YEAR_TO_DATE (from 1 January of the year); SINCE_START". */
  @Test
  void a_day_touches_the_periods_whose_window_holds_it() {
    LocalDate day = LocalDate.parse("2025-11-05");

    assertThat(touched(Indicator.REPLIES_LONGEST, day)).containsExactly("2025-Q4");
    assertThat(touched(Indicator.APPLICATIONS_DAY, day)).containsExactly("2025-11-05");
    assertThat(touched(Indicator.APPLICATIONS_SO_FAR, day)).containsExactly("2025-11", "2025-12");
    assertThat(touched(Indicator.REPLIES_EVER, day)).containsExactly("2025", "2026");
  }

  @Test
  void a_window_holds_its_months() {
    LocalDate first = LocalDate.parse("2024-12-30");
    LocalDate january = LocalDate.parse("2026-01-01");
    LocalDate february = LocalDate.parse("2026-02-01");

    assertThat(Indicator.APPLICATIONS_MONTH.months(february, first)).containsExactly(february);
    assertThat(Indicator.APPLICATIONS_SO_FAR.months(february, first))
        .containsExactly(january, february);
    assertThat(Indicator.REPLIES_LONGEST.months(january, first)).hasSize(3);
    assertThat(Indicator.REPLIES_EVER.months(LocalDate.parse("2025-01-01"), first)).hasSize(13);
  }

  @Test
  void values_are_those_of_the_domain() {
    List<DaySummary> days =
        List.of(summary("channel=digital;", 1, "2"), summary("channel=paper;", 2, "1", "0"));

    assertThat(Indicator.DIGITAL_SHARE.value(days)).hasValue(new BigDecimal("66.7"));
    assertThat(Indicator.APPLICATIONS_MONTH.value(days)).hasValue(new BigDecimal("3"));
    assertThat(Indicator.APPLICATIONS_DAY.value(days)).hasValue(new BigDecimal("3"));
    assertThat(Indicator.REPLIES_MEAN.value(days)).hasValue(new BigDecimal("1"));
    assertThat(Indicator.REPLIES_LONGEST.value(days)).hasValue(new BigDecimal("2"));
    assertThat(Indicator.REPLIES_LAST.value(days))
        .hasValueSatisfying(last -> assertThat(last).isZero());
    assertThat(Indicator.REPLIES_EXIST.value(days)).hasValue(BigDecimal.ONE);
    assertThat(Indicator.REPLIES_MEAN.value(List.of())).isEmpty();
  }

  private static List<String> touched(Indicator indicator, LocalDate day) {
    return indicator.touched(day, TODAY).stream().map(indicator::periodName).toList();
  }

  private static DaySummary summary(String cell, long at, String... values) {
    DaySummary summary = new DaySummary();
    for (int n = 0; n < values.length; n++) {
      Measurement measurement = new Measurement();
      measurement.identity = "m-" + at + n;
      measurement.cell = cell;
      measurement.observedAt = at;
      measurement.value = new BigDecimal(values[n]);
      summary.add(measurement);
    }
    return summary;
  }
}
