package si.kazalnik.benchmark.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import si.kazalnik.benchmark.fault.MailJournal.Act;
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
    faults.add(new Fault("SIGKILL of the database", this::killDatabase));
    faults.add(refused("OutOfDiskSpace", OUT_OF_DISK_SPACE));
    faults.add(refused("NotWritablePrimary", NOT_WRITABLE_PRIMARY));
    faults.add(refused("ShutdownInProgress", SHUTDOWN_IN_PROGRESS));
    faults.add(
        databaseAway("database hangs up on writes", 6_000, database::hangUp, database::take));
    faults.add(databaseAway("database hangs (fsyncLock)", 8_000, database::lock, database::unlock));
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
      case HANG -> "hangs";
      case DROP -> "drops";
      case LOSE_REPLY -> "accepts, reply lost";
    };
  }

  /** By what the mail server writes down is known that somebody has met that mood. */
  private static Act act(Mood mood) {
    return switch (mood) {
      case GOOD -> Act.REPLIED;
      case LATER -> Act.PUT_OFF;
      case NEVER -> Act.REFUSED;
      case HANG -> Act.HELD_UP;
      case DROP, LOSE_REPLY -> Act.HUNG_UP;
    };
  }

  private boolean killBroker(Random random) throws Exception {
    boolean killed = cluster.broker().kill();
    Fault.last(random, 0, 3_000);
    cluster.startBroker();
    Fault.last(random, 4_000, 8_000);
    return killed;
  }

  private boolean killMail(Random random) throws Exception {
    boolean killed = cluster.mail().kill();
    Fault.last(random, 0, 3_000);
    cluster.startMail();
    Fault.last(random, 1_000, 3_000);
    return killed;
  }

  /** It stays until the next one, so that what was put off meets that; good is made at the end. */
  private boolean mood(Mood mood, Random random) throws Exception {
    long before = cluster.journal().count(act(mood));
    cluster.mail().tell(mood.name());
    return Fault.last(random, 2_000, 8_000, () -> cluster.journal().count(act(mood)) > before);
  }

  void mailServerIsGood() {
    cluster.mail().tell(Mood.GOOD.name());
  }

  private Fault refused(String error, int code) {
    return databaseAway(
        "database refuses writes (" + error + ")",
        6_000,
        () -> cluster.database().refuse(code),
        () -> cluster.database().take());
  }

  private interface Begin {
    void run() throws Exception;
  }

  /** The database is away from its beginning until its end, which tells whether anybody noticed. */
  private Fault databaseAway(String kind, int most, Begin begin, Callable<Boolean> end) {
    return new Fault(
        kind,
        random -> {
          Instant from = Instant.now();
          begin.run();
          Fault.last(random, 1_000, most);
          boolean noticed = end.call();
          cluster.chronicle().databaseWasAway(from);
          return noticed;
        });
  }

  private boolean killDatabase(Random random) throws Exception {
    Instant from = Instant.now();
    boolean killed = cluster.database().kill();
    Fault.last(random, 0, 3_000);
    cluster.database().start();
    cluster.chronicle().databaseWasAway(from);
    return killed;
  }
}
