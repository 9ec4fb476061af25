package si.kazalnik.service.clock;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import si.kazalnik.service.http.Problems;

/**
 * {@code /actuator/clock}: {@code GET} reads the set clock, {@code POST {"now":"…Z"}} moves it
 * forward. Not there where the clock is the system's.
 */
@Endpoint(id = "clock")
public final class ClockEndpoint {

  private final ServiceClock clock;

  ClockEndpoint(ServiceClock clock) {
    this.clock = clock;
  }

  /** Where the clock stands. */
  public record Reading(Instant now) {}

  @ReadOperation
  public Reading read() {
    return new Reading(clock.instant());
  }

  /** 200 with the new reading, or a 400 problem that says why the clock did not move. */
  @WriteOperation
  public WebEndpointResponse<Object> move(@Nullable String now) {
    if (now == null) {
      return refused("say where to, as in {\"now\":\"2026-03-01T00:00:00Z\"}");
    }
    try {
      clock.moveTo(Instant.parse(now));
    } catch (DateTimeException notAnInstant) {
      return refused("`" + now + "` is not an instant such as 2026-03-01T00:00:00Z");
    } catch (ClockRefusedException refused) {
      return refused(String.valueOf(refused.getMessage()));
    }
    return new WebEndpointResponse<>(read());
  }

  private static WebEndpointResponse<Object> refused(String detail) {
    ProblemDetail problem =
        Problems.of(HttpStatus.BAD_REQUEST, "clock-not-moved", "The clock was not moved", detail);
    return new WebEndpointResponse<>(problem, problem.getStatus(), Problems.MEDIA_TYPE);
  }
}
