package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processes that die, and folders that are full or gone. */
final class ProcessFaults {
  private final Cluster cluster;
  private @Nullable Instance staying;

  ProcessFaults(Cluster cluster) {
    this.cluster = cluster;
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
      if (staying) {
        faults.add(
            new Fault(
                "second instance of " + part.text() + ", over a move of the clock",
                random -> stay(part, random)));
      }
      faults.add(
          new Fault(
              "second instance of " + part.text() + ", stopped",
              random -> join(part, false, random)));
      faults.add(
          new Fault(
              "second instance of " + part.text() + ", SIGKILL",
              random -> join(part, true, random)));
    }
    return faults;
  }

  private void kill(Part part, Random random) throws IOException, InterruptedException {
    Instance instance = cluster.first(part);
    instance.kill();
    Fault.last(random, 0, 3_000);
    instance.start();
    Fault.last(random, 4_000, 12_000);
  }

  private void join(Part part, boolean killed, Random random)
      throws IOException, InterruptedException {
    endStay();
    Instance instance = cluster.second(part);
    instance.start();
    Fault.last(random, 8_000, 14_000);
    if (killed) {
      instance.kill();
    } else {
      instance.stop();
    }
  }

  private void stay(Part part, Random random) throws IOException, InterruptedException {
    endStay();
    Instance instance = cluster.second(part);
    instance.start();
    staying = instance;
    Fault.last(random, 8_000, 15_000);
  }

  private void endStay() throws InterruptedException {
    Instance instance = staying;
    staying = null;
    if (instance != null) {
      instance.stop();
    }
  }

  /** Longer than its session, at times: the others have taken over when it goes on. */
  private void freeze(Random random) throws IOException, InterruptedException {
    Instance instance = cluster.first(Part.all().get(random.nextInt(Part.all().size())));
    instance.freeze();
    Fault.last(random, 2_000, 14_000);
    instance.goOn();
  }

  private void loseState(Random random) throws IOException, InterruptedException {
    Instance instance = cluster.first(Part.INDICATOR);
    if (random.nextBoolean()) {
      instance.kill();
    } else {
      instance.stop();
    }
    clear(instance.state());
    instance.start();
    Fault.last(random, 4_000, 10_000);
  }

  /** The folder itself may be a disk of its own. */
  private static void clear(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path :
          inside.filter(each -> !each.equals(folder)).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void fill(SmallDisk disk, Random random) throws IOException, InterruptedException {
    disk.fill();
    Fault.last(random, 2_000, 10_000);
    disk.empty();
  }
}
