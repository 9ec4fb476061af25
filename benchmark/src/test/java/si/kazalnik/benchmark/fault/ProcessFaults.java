package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Processes that die, and folders that are full or gone. */
final class ProcessFaults {
  static final String SECOND_INSTANCE = "second instance of ";

  private static final Pattern NO_SPACE = Pattern.compile("No space left on device");
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_BE_MISSED = Duration.ofSeconds(20);

  private final Cluster cluster;
  private final boolean thorough;
  private @Nullable Instance staying;

  /**
   * Faults.
   *
   * @param thorough whether what is frozen stays so until it is missed
   */
  ProcessFaults(Cluster cluster, boolean thorough) {
    this.cluster = cluster;
    this.thorough = thorough;
  }

  /** Of the services themselves. */
  List<Fault> ofServices() {
    List<Fault> faults = new ArrayList<>();
    for (Part part : Part.all()) {
      faults.add(new Fault("SIGKILL of " + part.text(), random -> kill(part, random)));
    }
    faults.add(new Fault("a service frozen for a while (SIGSTOP)", this::freeze));
    faults.add(new Fault("state directory lost", this::loseState));
    SmallDisk disk = cluster.disk();
    if (disk != null) {
      faults.add(new Fault("state directory on a full disk", random -> fill(disk, random)));
    }
    return faults;
  }

  /**
   * A second instance that joins and leaves, so that work moves there and back.
   *
   * @param staying whether one may also stay until the next phase, while the clock moves
   */
  List<Fault> ofSecondInstances(boolean staying) {
    List<Fault> faults = new ArrayList<>();
    for (Part part : Part.all()) {
      String kind = SECOND_INSTANCE + part.text();
      if (staying) {
        faults.add(new Fault(kind + ", over a move of the clock", random -> stay(part, random)));
      }
      faults.add(new Fault(kind + ", stopped", random -> join(part, false, random)));
      faults.add(new Fault(kind + ", SIGKILL", random -> join(part, true, random)));
    }
    return faults;
  }

  private boolean kill(Part part, Random random) throws IOException, InterruptedException {
    Instance instance = cluster.first(part);
    boolean killed = instance.kill();
    Fault.last(random, 0, 3_000);
    instance.start();
    Fault.last(random, 4_000, 12_000);
    return killed;
  }

  private boolean join(Part part, boolean killed, Random random) throws Exception {
    endStay();
    Instance instance = cluster.second(part);
    instance.start();
    boolean works = Fault.within(TO_START, instance::works);
    Fault.last(random, 0, 4_000);
    if (killed) {
      instance.kill();
    } else {
      instance.stop();
    }
    return works;
  }

  private boolean stay(Part part, Random random) throws Exception {
    endStay();
    Instance instance = cluster.second(part);
    instance.start();
    staying = instance;
    boolean works = Fault.within(TO_START, instance::works);
    Fault.last(random, 0, 6_000);
    return works;
  }

  private void endStay() throws IOException, InterruptedException {
    Instance instance = staying;
    staying = null;
    if (instance != null) {
      instance.stop();
    }
  }

  /** Longer than its session, at times: the others have taken over when it goes on. */
  private boolean freeze(Random random) throws Exception {
    Part part = Part.all().get(random.nextInt(Part.all().size()));
    Instance instance = cluster.first(part);
    boolean untilMissed = thorough || random.nextBoolean();
    try (Members members = new Members(cluster.kafka())) {
      Set<String> before = new HashSet<>();
      Fault.within(TO_START, () -> before.addAll(members.of(instance)));
      instance.freeze();
      Fault.last(random, 2_000, 10_000);
      boolean missed =
          untilMissed && Fault.within(TO_BE_MISSED, () -> members.isMissed(instance, before));
      instance.goOn();
      return missed;
    }
  }

  private boolean loseState(Random random) throws IOException, InterruptedException {
    Instance instance = cluster.first(Part.INDICATOR);
    stopOrKill(instance, random);
    boolean any = Folders.empty(instance.state()) > 0;
    instance.start();
    Fault.last(random, 4_000, 10_000);
    return any;
  }

  /**
   * RocksDB writes little while it works, but it does when it is opened or filled anew: the service
   * is started while there is no room.
   */
  private boolean fill(SmallDisk disk, Random random) throws Exception {
    Instance instance = cluster.first(Part.INDICATOR);
    stopOrKill(instance, random);
    if (random.nextBoolean()) {
      Folders.empty(instance.state());
    }
    disk.fill();
    instance.start();
    boolean noticed = Fault.within(TO_START, () -> instance.hasSaid(NO_SPACE));
    Fault.last(random, 0, 3_000);
    disk.empty();
    return noticed;
  }

  private static void stopOrKill(Instance instance, Random random)
      throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      instance.kill();
    } else {
      instance.stop();
    }
  }
}
