package si.kazalnik.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ServiceClockTest {

  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void a_set_clock_stands_still_and_moves_forward_only() {
    ServiceClock clock = ServiceClock.standingAt(MARCH);

    clock.moveTo(MARCH.plusSeconds(60));

    assertThat(clock.instant()).isEqualTo(MARCH.plusSeconds(60));
    assertThatThrownBy(() -> clock.moveTo(MARCH))
        .isInstanceOf(ClockRefusedException.class)
        .hasMessageContaining("moves forward only");
    assertThat(clock.instant()).isEqualTo(MARCH.plusSeconds(60));
  }

  @Test
  void the_system_clock_refuses_to_be_moved() {
    assertThatThrownBy(() -> ServiceClock.system().moveTo(MARCH))
        .isInstanceOf(ClockRefusedException.class);
  }

  @Test
  void the_endpoint_is_there_for_a_set_clock_only() {
    ApplicationContextRunner runner =
        new ApplicationContextRunner().withUserConfiguration(ClockConfiguration.class);

    runner.run(context -> assertThat(context).doesNotHaveBean(ClockEndpoint.class));
    runner
        .withPropertyValues("kazalnik.clock=2026-03-01T00:00:00Z")
        .run(
            context -> {
              ClockEndpoint endpoint = context.getBean(ClockEndpoint.class);
              assertThat(endpoint.read().now()).isEqualTo(MARCH);
              assertThat(endpoint.move("2026-04-01T00:00:00Z").getStatus()).isEqualTo(200);
              assertThat(endpoint.read().now()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
              assertThat(endpoint.move("2026-03-01T00:00:00Z").getStatus()).isEqualTo(400);
              assertThat(endpoint.move("tomorrow").getStatus()).isEqualTo(400);
              assertThat(endpoint.move(null).getStatus()).isEqualTo(400);
            });
  }

  @Test
  void a_wrong_setting_stops_the_start_and_names_what_is_allowed() {
    new ApplicationContextRunner()
        .withUserConfiguration(ClockConfiguration.class)
        .withPropertyValues("kazalnik.clock=noon")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("noon"));
  }
}
