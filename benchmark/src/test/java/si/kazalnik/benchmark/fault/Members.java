package si.kazalnik.benchmark.fault;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;

/** Who takes part in the consumer groups, as the broker sees it. */
final class Members implements AutoCloseable {
  private final Admin admin;

  Members(String kafka) {
    admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                kafka,
                "request.timeout.ms",
                2_000,
                "default.api.timeout.ms",
                3_000));
  }

  /** Ids of an instance's consumers; none where the broker does not answer. */
  Set<String> of(Instance instance) throws InterruptedException {
    try {
      return known(instance);
    } catch (ExecutionException away) {
      return Set.of();
    }
  }

  /** Whether one of its consumers is taken for dead. */
  boolean isMissed(Instance instance, Set<String> before) throws InterruptedException {
    try {
      return !known(instance).containsAll(before);
    } catch (ExecutionException away) {
      return false;
    }
  }

  private Set<String> known(Instance instance) throws InterruptedException, ExecutionException {
    Set<String> groups = new HashSet<>();
    for (GroupListing each : admin.listGroups().valid().get()) {
      groups.add(each.groupId());
    }
    Set<String> members = new HashSet<>();
    for (ConsumerGroupDescription group :
        admin.describeConsumerGroups(groups).all().get().values()) {
      group.members().stream()
          .filter(each -> each.groupInstanceId().orElse("").contains(instance.name()))
          .map(MemberDescription::consumerId)
          .forEach(members::add);
    }
    return members;
  }

  @Override
  public void close() {
    admin.close();
  }
}
