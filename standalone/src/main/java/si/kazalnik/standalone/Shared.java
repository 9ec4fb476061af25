package si.kazalnik.standalone;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import si.kazalnik.indicator.topology.DeviationGrace;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.BearerKeys;

/**
 * What the services in this process have in common, in place of what each would make for itself.
 *
 * @param grace of deviations
 */
record Shared(ServiceClock clock, BearerKeys keys, DeviationGrace grace) {

  void into(ConfigurableApplicationContext context) {
    GenericApplicationContext beans = (GenericApplicationContext) context;
    beans.registerBean("serviceClock", ServiceClock.class, () -> clock);
    beans.registerBean("bearerKeys", BearerKeys.class, () -> keys);
    beans.registerBean("deviationGrace", DeviationGrace.class, () -> grace);
  }
}
