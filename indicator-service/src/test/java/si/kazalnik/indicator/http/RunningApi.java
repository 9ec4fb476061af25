package si.kazalnik.indicator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.published.PublishedCatalogues;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedValues;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.http.JsonConfiguration;

/** The API alone, on made records, over real HTTP. */
final class RunningApi implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  RunningApi(
      Supplier<Optional<CataloguePublication>> catalogue, PublishedValues values, String now) {
    this(catalogue, values, version -> Optional.empty(), now);
  }

  RunningApi(
      Supplier<Optional<CataloguePublication>> catalogue,
      PublishedValues values,
      PublishedCatalogues earlier,
      String now) {
    PublishedStrategies strategies =
        new PublishedStrategies(
            catalogue, values, earlier, ServiceClock.standingAt(Instant.parse(now)));
    context =
        new SpringApplicationBuilder(Api.class)
            .initializers(
                (GenericApplicationContext fresh) -> {
                  fresh.registerBean(PublishedStrategies.class, () -> strategies);
                  fresh.registerBean(PublishedValues.class, () -> values);
                })
            .properties(
                "spring.config.name=none",
                "server.port=0",
                "management.server.port=-1",
                "spring.mvc.problemdetails.enabled=true",
                "spring.main.banner-mode=off")
            .run();
  }

  HttpResponse<String> get(String path, String... headers) {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same without a socket. */
  MockMvc mock() {
    return MockMvcBuilders.webAppContextSetup((WebApplicationContext) context).build();
  }

  @Override
  public void close() {
    context.close();
  }

  // No @Configuration: the whole service, which other tests start, must not find it in its
  // packages.
  @EnableAutoConfiguration(
      excludeName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
  @Import({
    ApiProblems.class,
    ExplainController.class,
    GoalsController.class,
    IndicatorsController.class,
    JsonConfiguration.class,
    OpenDataConfiguration.class,
    ValuesController.class
  })
  static class Api {}
}
