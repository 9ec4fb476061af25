package si.kazalnik.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class DockerComposeTest {

  private static final Path ROOT = Path.of("..");

  /** The part of the Compose specification that our file uses: any other key is a mistake. */
  private record Compose(
      String name, Map<String, Service> services, Map<String, @Nullable Object> volumes) {}

  private record Service(
      String image,
      @Nullable String build,
      @Nullable String restart,
      @JsonProperty("read_only") @Nullable Boolean readOnly,
      @Nullable List<String> tmpfs,
      @JsonProperty("cap_drop") @Nullable List<String> capDrop,
      @JsonProperty("security_opt") @Nullable List<String> securityOpt,
      @JsonProperty("stop_grace_period") @Nullable String stopGracePeriod,
      @JsonProperty("depends_on") @Nullable Map<String, Dependency> dependsOn,
      @Nullable List<String> ports,
      @Nullable Map<String, String> environment,
      @Nullable List<String> volumes,
      @Nullable Healthcheck healthcheck) {}

  private record Dependency(String condition) {}

  private record Healthcheck(List<String> test, String interval, String timeout, int retries) {}

  @Test
  void the_file_holds_only_keys_that_compose_knows() throws IOException {
    String file = Files.readString(ROOT.resolve("docker-compose.yml"));

    assertThat(parse(file).services())
        .containsOnlyKeys(
            "kafka",
            "mongodb",
            "ingestion-service",
            "indicator-service",
            "notification-service",
            "mail",
            "prometheus");
    assertThatThrownBy(() -> parse(file.replace("stop_grace_period", "stop_grace_perod")))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void every_mounted_file_and_every_dockerfile_is_in_the_repository() throws IOException {
    for (Service service : compose().services().values()) {
      if (service.build() != null) {
        assertThat(ROOT.resolve(service.build()).resolve("Dockerfile")).isRegularFile();
      }
      for (String volume : orEmpty(service.volumes())) {
        String from = volume.substring(0, volume.indexOf(':'));
        if (from.startsWith("./")) {
          assertThat(ROOT.resolve(from)).isRegularFile();
        } else {
          assertThat(compose().volumes()).containsKey(from);
        }
      }
    }
  }

  @Test
  void each_service_is_told_only_what_it_knows_and_opens_only_ports_on_which_it_listens()
      throws IOException {
    for (String name : ServiceKeys.SERVICES) {
      ServiceKeys keys = ServiceKeys.of(name);
      Service service = Objects.requireNonNull(compose().services().get(name));
      int port = keys.number("server.port");
      int management = keys.number("management.server.port");

      assertThat(keys.environmentNames())
          .containsAll(Objects.requireNonNull(service.environment()).keySet());
      assertThat(service.ports())
          .containsExactlyInAnyOrder(
              "127.0.0.1:%d:%d".formatted(port, port),
              "127.0.0.1:%d:%d".formatted(management, management));
      assertThat(Files.readString(ROOT.resolve(name).resolve("Dockerfile")))
          .contains("EXPOSE " + port + " " + management + "\n", "\nUSER 10001:10001\n");
      assertThat(service.readOnly()).isTrue();
      assertThat(service.capDrop()).containsExactly("ALL");
    }
  }

  @Test
  void every_provider_and_every_role_of_the_catalogue_is_known_to_the_stack() throws IOException {
    Catalogue ljubljana =
        ((CatalogueLoad.Loaded) CatalogueLoader.loadResources("strategy")).catalogue();

    assertThat(Files.readAllLines(ROOT.resolve("compose/keys.properties")))
        .filteredOn(line -> line.startsWith("provider."))
        .extracting(line -> line.substring("provider.".length(), line.indexOf('=')))
        .containsExactlyInAnyOrderElementsOf(
            ljubljana.providers().stream().map(Provider::id).toList());
    Map<String, Object> addresses =
        new Yaml().load(Files.readString(ROOT.resolve("compose/addresses.yaml")));
    assertThat(addresses)
        .containsOnlyKeys(ljubljana.owners().stream().map(Owner::id).toArray(String[]::new));
  }

  @Test
  void every_port_is_open_to_this_machine_only() throws IOException {
    assertThat(compose().services().values())
        .flatExtracting(service -> orEmpty(service.ports()))
        .isNotEmpty()
        .allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void prometheus_scrapes_the_management_port_of_each_service() throws IOException {
    String scraped = Files.readString(ROOT.resolve("compose/prometheus.yml"));

    assertThat(scraped)
        .contains("indicator-service:9080", "ingestion-service:9081", "notification-service:9082");
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static Compose compose() throws IOException {
    return parse(Files.readString(ROOT.resolve("docker-compose.yml")));
  }

  private static Compose parse(String yaml) {
    Map<String, Object> tree = new Yaml().load(yaml);
    // Extension fields hold what is merged into the services; Compose itself ignores them.
    tree.keySet().removeIf(key -> key.startsWith("x-"));
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .convertValue(tree, Compose.class);
  }
}
