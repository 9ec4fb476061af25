package si.kazalnik.service;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import si.kazalnik.service.clock.ClockConfiguration;
import si.kazalnik.service.kafka.TopicsConfiguration;
import si.kazalnik.service.keys.KeysConfiguration;

/** What every service imports. Each bean gives way to one that is there already. */
@Configuration(proxyBeanMethods = false)
@Import({ClockConfiguration.class, KeysConfiguration.class, TopicsConfiguration.class})
public class ServiceBaseConfiguration {}
