package si.kazalnik.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import si.kazalnik.service.ServiceBaseConfiguration;
import si.kazalnik.service.catalogue.CatalogueReaderConfiguration;

/** The notification service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServiceBaseConfiguration.class, CatalogueReaderConfiguration.class})
public class NotificationService {

  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** The application with its own configuration name, ready to be run, alone or beside others. */
  public static SpringApplicationBuilder application() {
    // A name of its own: in the standalone the three services' files lie on one class path.
    return new SpringApplicationBuilder(NotificationService.class)
        .properties("spring.config.name=notification-service");
  }
}
