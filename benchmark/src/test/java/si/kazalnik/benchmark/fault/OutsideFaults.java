package si.kazalnik.benchmark.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import si.kazalnik.benchmark.fault.MailServer.Mood;

/** Broker, database and mail server that die, refuse or hang. */
final class OutsideFaults {
  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int NOT_WRITABLE_PRIMARY = 10107;
  private static final int SHUTDOWN_IN_PROGRESS = 91;

  private final Cluster cluster;

  OutsideFaults(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Fault> ofBrokerAndDatabase() {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("SIGKILL of the broker", this::killBroker));
    Database database = cluster.database();
    faults.add(databaseAway("SIGKILL of the database", 0, 3_000, database::kill, database::start));
    faults.add(refused("OutOfDiskSpace", OUT_OF_DISK_SPACE));
    faults.add(refused("NotWritablePrimary", NOT_WRITABLE_PRIMARY));
    faults.add(refused("ShutdownInProgress", SHUTDOWN_IN_PROGRESS));
    faults.add(
        databaseAway(
            "database hangs up on writes", 1_000, 6_000, database::hangUp, database::take));
    faults.add(
        databaseAway("database hangs (fsyncLock)", 1_000, 8_000, database::lock, database::unlock));
    return faults;
  }

  List<Fault> ofMailServer() {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("SIGKILL of the mail server", this::killMail));
    for (Mood mood : Mood.values()) {
      if (mood != Mood.GOOD) {
        faults.add(new Fault("mail server: " + text(mood), random -> mood(mood, random)));
      }
    }
    return faults;
  }

  private static String text(Mood mood) {
    return switch (mood) {
      case GOOD -> "good";
      case LATER -> "4xx";
      case NEVER -> "5xx";
      case HANG -> "hangs after DATA";
      case DROP -> "drops after DATA";
      case LOSE_REPLY -> "accepts, reply lost";
    };
  }

  private void killBroker(Random random) throws Exception {
    cluster.broker().kill();
    Fault.last(random, 0, 3_000);
    cluster.startBroker();
    Fault.last(random, 4_000, 8_000);
  }

  private void killMail(Random random) throws Exception {
    cluster.mail().kill();
    Fault.last(random, 0, 3_000);
    cluster.startMail();
    Fault.last(random, 1_000, 3_000);
  }

  private void mood(Mood mood, Random random) throws InterruptedException {
    cluster.mail().tell(mood.name().toLowerCase(Locale.ROOT));
    Fault.last(random, 3_000, 9_000);
    cluster.mail().tell(Mood.GOOD.name().toLowerCase(Locale.ROOT));
  }

  private Fault refused(String error, int code) {
    return databaseAway(
        "database refuses writes (" + error + ")",
        1_000,
        6_000,
        () -> cluster.database().refuse(code),
        () -> cluster.database().take());
  }

  private interface Act {
    void run() throws Exception;
  }

  private Fault databaseAway(String kind, int least, int most, Act begin, Act end) {
    return new Fault(
        kind,
        random -> {
          Instant from = Instant.now();
          begin.run();
          Fault.last(random, least, most);
          end.run();
          cluster.chronicle().databaseWasAway(from);
        });
  }
}
