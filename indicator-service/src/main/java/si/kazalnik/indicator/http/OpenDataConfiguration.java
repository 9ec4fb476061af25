package si.kazalnik.indicator.http;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How open data is cached and shared with other sites. */
@Configuration(proxyBeanMethods = false)
class OpenDataConfiguration {

  /** {@code ETag}s from what is sent, so that they change when it does and not otherwise. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
        new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    filter.addUrlPatterns("/*");
    return filter;
  }

  /** The subject that names a period of {@code ON_EVENT} may hold a slash, written {@code %2F}. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slashesInNames() {
    return server ->
        server.addConnectorCustomizers(
            connector ->
                connector.setEncodedSolidusHandling(
                    EncodedSolidusHandling.PASS_THROUGH.getValue()));
  }

  @Bean
  WebMvcConfigurer readableByEverySite() {
    return new WebMvcConfigurer() {
      @Override
      public void addCorsMappings(CorsRegistry registry) {
        registry
            .addMapping("/v1/**")
            .allowedOrigins("*")
            .allowedMethods("GET", "HEAD")
            .exposedHeaders("ETag");
      }
    };
  }
}
