package si.kazalnik.benchmark.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.run.Difference;
import si.kazalnik.benchmark.run.Product;
import si.kazalnik.benchmark.run.Trial;

/** A cluster of processes in which faults of every kind come at random while load flows. */
final class FaultTrial implements Trial {
  private static final Duration PAUSE = Duration.ofMillis(800);

  private final Path mongod;
  private final long seed;
  private final int phases;
  private final boolean each;
  private final Tally tally;
  private final List<Lane> lanes = new ArrayList<>();

  /** In its first day in force no indicator opens a deviation, so that there is no mail. */
  private final List<Lane> afterTheFirst = new ArrayList<>();

  private final List<String> kinds = new ArrayList<>();
  private @Nullable Cluster cluster;
  private @Nullable OutsideFaults outside;

  /**
   * A trial.
   *
   * @param phases how many times faults come
   * @param each whether each kind comes at least once, but for links and second instances, of which
   *     some do
   */
  FaultTrial(Path mongod, long seed, int phases, boolean each, Tally tally) {
    this.mongod = mongod;
    this.seed = seed;
    this.phases = phases;
    this.each = each;
    this.tally = tally;
  }

  @Override
  public Product start(Path folder, Path catalogue, Instant clock) throws Exception {
    Cluster started = new Cluster(folder, catalogue, clock, mongod, true);
    cluster = started;
    ProcessFaults processes = new ProcessFaults(started, each);
    outside = new OutsideFaults(started);
    lanes.add(lane(processes.ofServices(), phases, 1));
    // They last the longest, and set how long a phase takes.
    List<Fault> secondInstances = processes.ofSecondInstances(!each);
    lanes.add(Lane.some(Lane.inDisorder(secondInstances), 1, new Random(seed + 2), tally));
    lanes.add(lane(outside.ofBrokerAndDatabase(), phases, 3));
    lanes.add(Lane.some(new LinkFaults(started)::round, 2, new Random(seed + 4), tally));
    // Early, so that those that met no mail can come again.
    afterTheFirst.add(lane(outside.ofMailServer(), 2, 5).withoutPauses());
    Part.all().forEach(part -> kinds.add(ProcessFaults.SECOND_INSTANCE + part.text()));
    kinds.addAll(LinkFaults.KINDS);
    started.start();
    return started;
  }

  private Lane lane(List<Fault> faults, int times, int number) {
    Random random = new Random(seed + number);
    faults.forEach(fault -> kinds.add(fault.kind()));
    return each
        ? Lane.eachOnce(faults, times, random, tally)
        : Lane.some(Lane.inDisorder(faults), 2, random, tally);
  }

  /** The kinds of faults of which each, or one that begins so, must have taken effect. */
  List<String> kinds() {
    return kinds;
  }

  @Override
  public void duringLoad() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Lane lane : lanes) {
        running.add(
            threads.submit(
                () -> {
                  lane.phase();
                  return null;
                }));
      }
      for (Future<?> lane : running) {
        lane.get();
      }
      Objects.requireNonNull(outside).mailServerIsGood();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault could not be made or mended", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    lanes.addAll(afterTheFirst);
    afterTheFirst.clear();
  }

  @Override
  public void duringChange() throws Exception {
    tally.happens("another catalogue");
    tally.tookEffect("another catalogue");
    duringLoad();
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public List<Difference> differences() throws Exception {
    Cluster all = Objects.requireNonNull(cluster);
    List<MailJournal.Line> journal = all.journal().read();
    tally.mails(journal);
    tally.excused(all.deliveries().used());
    return new Outbox(all.database()).compare(journal, all::addressOf);
  }
}
