package si.kazalnik.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyIngressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicySpec;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KubernetesBaseTest {

  private static final Path BASE = Path.of("..", "k8s", "base");

  @Test
  void every_file_is_listed_and_every_listed_file_is_there() throws IOException {
    try (var files = Files.list(BASE)) {
      List<String> there =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.equals("kustomization.yaml"))
              .sorted()
              .toList();

      assertThat(resources()).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void every_manifest_holds_only_fields_that_kubernetes_knows() throws IOException {
    for (String resource : resources()) {
      assertThat(Yaml.loadAll(BASE.resolve(resource).toFile())).isNotEmpty();
    }
    assertThatThrownBy(
            () ->
                Yaml.loadAll(
                    Files.readString(BASE.resolve("indicator-service.yaml"))
                        .replace("replicas:", "replcas:")))
        .hasMessageContaining("replcas");
  }

  @Test
  void the_three_services_run_without_root_without_capabilities_and_on_a_read_only_root()
      throws IOException {
    List<V1PodSpec> pods = pods();

    assertThat(pods).hasSize(3);
    for (V1PodSpec pod : pods) {
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      V1Container container = pod.getContainers().get(0);
      assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
      assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    }
  }

  @Test
  void readiness_and_liveness_ask_different_questions_of_the_management_port() throws IOException {
    for (V1PodSpec pod : pods()) {
      V1Container container = pod.getContainers().get(0);
      assertThat(container.getLivenessProbe().getHttpGet().getPath()).endsWith("/liveness");
      assertThat(container.getReadinessProbe().getHttpGet().getPath()).endsWith("/readiness");
      assertThat(container.getReadinessProbe().getHttpGet().getPort().getStrValue())
          .isEqualTo("management");
    }
  }

  @Test
  void each_service_is_told_only_what_it_knows_and_listens_where_its_pod_says() throws IOException {
    Set<String> known = new TreeSet<>();
    for (V1PodSpec pod : pods()) {
      V1Container container = pod.getContainers().get(0);
      ServiceKeys keys = ServiceKeys.of(container.getName());
      known.addAll(keys.environmentNames());

      assertThat(keys.environmentNames())
          .containsAll(container.getEnv().stream().map(V1EnvVar::getName).toList());
      assertThat(container.getPorts())
          .extracting(V1ContainerPort::getName, V1ContainerPort::getContainerPort)
          .containsExactly(
              tuple("http", keys.number("server.port")),
              tuple("management", keys.number("management.server.port")));
    }
    V1ConfigMap forAll =
        (V1ConfigMap) Yaml.loadAll(BASE.resolve("configuration.yaml").toFile()).get(0);
    assertThat(known).containsAll(forAll.getData().keySet());
  }

  @Test
  void nothing_may_talk_to_anything_that_is_not_named() throws IOException {
    V1NetworkPolicy first =
        (V1NetworkPolicy) Yaml.loadAll(BASE.resolve("network-policies.yaml").toFile()).get(0);

    assertThat(first.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(first.getSpec().getIngress()).isNullOrEmpty();
    assertThat(first.getSpec().getEgress()).isNullOrEmpty();
  }

  @Test
  void management_ports_answer_the_monitoring_namespace_alone() throws IOException {
    List<V1NetworkPolicyIngressRule> toManagement = new ArrayList<>();
    for (Object each : Yaml.loadAll(BASE.resolve("network-policies.yaml").toFile())) {
      V1NetworkPolicySpec spec = ((V1NetworkPolicy) each).getSpec();
      if (spec.getIngress() != null) {
        spec.getIngress().stream()
            .filter(
                rule ->
                    rule.getPorts() == null
                        || rule.getPorts().stream()
                            .anyMatch(port -> !"http".equals(port.getPort().getStrValue())))
            .forEach(toManagement::add);
      }
    }
    assertThat(toManagement).hasSize(1);
    assertThat(toManagement.get(0).getFrom())
        .singleElement()
        .satisfies(
            from ->
                assertThat(from.getNamespaceSelector().getMatchLabels())
                    .isEqualTo(Map.of("kubernetes.io/metadata.name", "monitoring")));
  }

  private static List<V1PodSpec> pods() throws IOException {
    List<V1PodSpec> pods = new ArrayList<>();
    for (String resource : resources()) {
      for (Object each : Yaml.loadAll(BASE.resolve(resource).toFile())) {
        assertThat(each).isInstanceOf(KubernetesObject.class);
        if (each instanceof V1StatefulSet set) {
          pods.add(set.getSpec().getTemplate().getSpec());
        }
      }
    }
    return pods;
  }

  private static List<String> resources() throws IOException {
    Map<String, Object> kustomization =
        new org.yaml.snakeyaml.Yaml().load(Files.readString(BASE.resolve("kustomization.yaml")));
    return ((List<?>) kustomization.getOrDefault("resources", List.of()))
        .stream().map(String::valueOf).toList();
  }
}
