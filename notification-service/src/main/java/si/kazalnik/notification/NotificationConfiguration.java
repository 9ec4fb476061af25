package si.kazalnik.notification;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.kazalnik.notification.outbox.Instance;
import si.kazalnik.notification.outbox.RealTime;
import si.kazalnik.notification.rules.RetryPauses;
import si.kazalnik.notification.wording.MailComposer;

/** Joins the plain parts to the configuration. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  /** For groups, claims and pauses, which run in real time even where the clock is set. */
  @Bean
  RealTime realTime() {
    return Instant::now;
  }

  @Bean
  Instance instance(CitySettings settings) {
    return new Instance(
        settings.instance().isEmpty() ? UUID.randomUUID().toString() : settings.instance());
  }

  @Bean
  MailComposer mailComposer(CitySettings settings) {
    return new MailComposer(settings.publicUrlWithoutSlash());
  }

  @Bean
  RetryPauses retryPauses(NotificationSettings settings) {
    return new RetryPauses(settings.retryFirst(), settings.retryLongest(), settings.giveUpAfter());
  }
}
