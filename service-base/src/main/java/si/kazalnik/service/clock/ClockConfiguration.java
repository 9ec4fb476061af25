package si.kazalnik.service.clock;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The clock of a service, from {@code kazalnik.clock}: {@code system} or an instant. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  static final String KEY = "kazalnik.clock";
  static final String SYSTEM = "system";

  @Bean
  @ConditionalOnMissingBean
  ServiceClock serviceClock(Environment environment) {
    String setting = environment.getProperty(KEY, SYSTEM);
    return setting.equals(SYSTEM) ? ServiceClock.system() : standingAt(setting);
  }

  @Bean
  @Conditional(ClockIsSet.class)
  ClockEndpoint clockEndpoint(ServiceClock clock) {
    return new ClockEndpoint(clock);
  }

  private static ServiceClock standingAt(String setting) {
    try {
      return ServiceClock.standingAt(Instant.parse(setting));
    } catch (DateTimeException | ClockRefusedException e) {
      throw new IllegalArgumentException(
          KEY
              + " is `"
              + setting
              + "`; allowed are `system` and an instant such as 2026-03-01T00:00:00Z, from 1970 to"
              + " 9997",
          e);
    }
  }
}
