package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import si.kazalnik.contract.Topics;
import si.kazalnik.service.kafka.AdminAnswers;

/**
 * The application id of the computation: another number begins with fresh state.
 *
 * @param prefix of the city's topics
 * @param number from 2 on
 */
record Generation(String prefix, int number) {

  /** The number of the first. */
  static final int FIRST = 2;

  private static final String NAME = "kazalnik-indicators-";

  static Generation of(Topics topics, ProcessingSettings settings) {
    return new Generation(topics.prefix(), settings.generation());
  }

  String id() {
    return prefix + NAME + number;
  }

  /**
   * Generations of the same city that are running, other than this one.
   *
   * @throws KafkaException where that can't be read in time
   */
  List<String> others(Admin admin, Duration within) {
    return all(admin, within)
        .filter(each -> !each.groupId().equals(id()))
        .filter(Generation::isRunning)
        .map(GroupListing::groupId)
        .toList();
  }

  /**
   * The number of the newest generation of the same city that Kafka remembers, running or not.
   *
   * @throws KafkaException where that can't be read in time
   */
  OptionalInt newest(Admin admin, Duration within) {
    int start = (prefix + NAME).length();
    return all(admin, within)
        .mapToInt(each -> Integer.parseInt(each.groupId().substring(start)))
        .max();
  }

  private Stream<GroupListing> all(Admin admin, Duration within) {
    // No more digits than a number can have that was set.
    String name = Pattern.quote(prefix + NAME) + "\\d{1,9}";
    return AdminAnswers.within(
            within, admin.listGroups().all(), "the consumer groups can't be read")
        .stream()
        .filter(each -> each.groupId().matches(name));
  }

  private static boolean isRunning(GroupListing group) {
    return group
        .groupState()
        .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
        .isPresent();
  }
}
