package si.kazalnik.service;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import si.kazalnik.service.clock.ClockConfiguration;
import si.kazalnik.service.http.JsonConfiguration;
import si.kazalnik.service.kafka.TopicsConfiguration;
import si.kazalnik.service.keys.KeysConfiguration;
import si.kazalnik.service.mongo.MongoConfiguration;

/** What every service imports. Its beans give way to those that are there already. */
@Configuration(proxyBeanMethods = false)
@Import({
  ClockConfiguration.class,
  JsonConfiguration.class,
  KeysConfiguration.class,
  MongoConfiguration.class,
  TopicsConfiguration.class
})
public class ServiceBaseConfiguration {}
