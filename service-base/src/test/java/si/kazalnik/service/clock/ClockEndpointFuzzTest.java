package si.kazalnik.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;

/** {@code POST /actuator/clock}. */
class ClockEndpointFuzzTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** "moved, forward only", and to a day whose periods can be written. */
  @FuzzTest
  void the_clock_moves_forward_or_says_why_not(byte[] input) {
    ServiceClock clock = ServiceClock.standingAt(START);
    WebEndpointResponse<Object> response =
        new ClockEndpoint(clock).move(new String(input, StandardCharsets.UTF_8));
    if (response.getStatus() != 200) {
      assertThat(response.getStatus()).isEqualTo(400);
      assertThat(clock.instant()).isEqualTo(START);
      return;
    }
    assertThat(clock.instant()).isAfterOrEqualTo(START);
    for (Frequency each : Frequency.values()) {
      ReportingPeriod now = each.containing(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
      assertThat(ReportingPeriod.parse(now.next().toString())).contains(now.next());
    }
  }
}
