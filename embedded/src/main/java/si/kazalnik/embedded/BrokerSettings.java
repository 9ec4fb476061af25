package si.kazalnik.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of a broker that is alone, small and on one machine: one node that is broker and
 * controller, one replica of everything, little memory, no waiting.
 */
final class BrokerSettings {

  /** The only node. */
  static final int NODE = 1;

  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String HOST = "127.0.0.1";
  private static final int MIB = 1024 * 1024;
  private static final String ONE = "1";

  private BrokerSettings() {}

  static Map<String, String> of(
      Path directory, int port, int controllerPort, Map<Integer, Integer> advertised) {
    Map<String, String> settings = new HashMap<>();
    addresses(settings, port, controllerPort, advertised);
    settings.put("log.dirs", directory.toString());
    settings.put("auto.create.topics.enable", "false");
    singleReplica(settings);
    records(settings);
    groupsAndTransactions(settings);
    small(settings);
    return settings;
  }

  private static void addresses(
      Map<String, String> settings,
      int port,
      int controllerPort,
      Map<Integer, Integer> advertised) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    String ours = listener("PLAINTEXT", port);
    StringBuilder listeners =
        new StringBuilder(ours).append(',').append(listener(CONTROLLER_LISTENER, controllerPort));
    StringBuilder told = new StringBuilder(ours);
    StringBuilder protocols =
        new StringBuilder("PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    advertised.forEach(
        (own, toClients) -> {
          String name = "PORT_" + own;
          listeners.append(',').append(listener(name, own));
          told.append(',').append(listener(name, toClients));
          protocols.append(',').append(name).append(":PLAINTEXT");
        });
    settings.put("listeners", listeners.toString());
    settings.put("advertised.listeners", told.toString());
    settings.put("listener.security.protocol.map", protocols.toString());
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    // The broker takes clients with its first heartbeat that the controller answers.
    settings.put("broker.heartbeat.interval.ms", "500");
  }

  private static String listener(String name, int port) {
    return name + "://" + HOST + ":" + port;
  }

  private static void singleReplica(Map<String, String> settings) {
    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(topic + ".replication.factor", ONE);
      settings.put(topic + ".num.partitions", "4");
      settings.put(topic + ".segment.bytes", Integer.toString(8 * MIB));
    }
    settings.put("transaction.state.log.min.isr", ONE);
    settings.put("share.coordinator.state.topic.replication.factor", ONE);
    settings.put("share.coordinator.state.topic.min.isr", ONE);
    settings.put("share.coordinator.state.topic.num.partitions", ONE);
  }

  private static void records(Map<String, String> settings) {
    // Above the 16 MiB of the catalogue's record, envelope included.
    settings.put("message.max.bytes", Integer.toString(17 * MIB));
    settings.put("replica.fetch.max.bytes", Integer.toString(17 * MIB));
    // A topic that does not say how long it keeps its records keeps them.
    settings.put("log.retention.ms", "-1");
    settings.put("log.segment.bytes", Integer.toString(64 * MIB));
    // Enough for a segment of that size; the default reserves 10 MiB twice for each partition.
    settings.put("log.index.size.max.bytes", Integer.toString(MIB / 2));
    settings.put("num.recovery.threads.per.data.dir", "2");
  }

  private static void groupsAndTransactions(Map<String, String> settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    // Weeks without a start must not make a group forget where it was.
    settings.put("offsets.retention.minutes", Long.toString(Duration.ofDays(3650).toMinutes()));
    // What a killed process left open holds up readers until it is aborted.
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }

  private static void small(Map<String, String> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * MIB));
    settings.put("log.cleaner.io.buffer.size", Integer.toString(MIB / 2));
    settings.put("metric.reporters", "");
  }
}
