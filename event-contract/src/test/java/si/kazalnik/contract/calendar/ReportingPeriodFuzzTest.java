package si.kazalnik.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The notation of periods, as strangers write it in events and in addresses. */
class ReportingPeriodFuzzTest {

  @FuzzTest
  void a_notation_that_is_read_is_written_the_same(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    ReportingPeriod.parse(text)
        .ifPresent(
            period -> {
              assertThat(period.toString()).isEqualTo(text);
              assertThat(period.start()).isBeforeOrEqualTo(period.end());
              assertThat(period.frequency().containing(period.end())).isEqualTo(period);
              assertThat(period.next().previous()).isEqualTo(period);
            });
  }
}
