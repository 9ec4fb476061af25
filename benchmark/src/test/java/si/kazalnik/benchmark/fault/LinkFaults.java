package si.kazalnik.benchmark.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Connections that are cut, refused, slow or silent. */
final class LinkFaults {
  static final List<String> KINDS =
      List.of("connections cut", "connections refused", "connections slow", "connections silent");

  private static final Duration UNTIL_USED = Duration.ofSeconds(5);

  private final Cluster cluster;

  LinkFaults(Cluster cluster) {
    this.cluster = cluster;
  }

  private interface Harm {
    void run(Link link, Random random) throws InterruptedException;
  }

  private static final List<Harm> HARMS =
      List.of(
          (link, random) -> {
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
              link.cut();
              Fault.last(random, 100, 2_000);
            }
          },
          (link, random) -> {
            link.refuse();
            Fault.last(random, 500, 8_000);
          },
          (link, random) -> {
            link.delay(20 + random.nextInt(300));
            Fault.last(random, 2_000, 8_000);
          },
          (link, random) -> {
            link.stall();
            Fault.last(random, 500, 8_000);
          });

  /** Each kind on each link once; each four of them of four kinds, and busy links among them. */
  List<Fault> round(Random random) {
    List<Link> links = busyAmongOthers(random);
    List<Fault> round = new ArrayList<>();
    for (int turn = 0; turn < links.size(); turn++) {
      List<Integer> kinds = new ArrayList<>(List.of(0, 1, 2, 3));
      Collections.shuffle(kinds, random);
      for (int kind : kinds) {
        round.add(fault(kind, links.get((turn + kind) % links.size())));
      }
    }
    return round;
  }

  private List<Link> busyAmongOthers(Random random) {
    List<Link> busy = new ArrayList<>(cluster.busyLinks());
    List<Link> others = new ArrayList<>(cluster.links());
    others.removeAll(busy);
    Collections.shuffle(busy, random);
    Collections.shuffle(others, random);
    for (int i = 0; i < others.size(); i++) {
      busy.add(2 * i, others.get(i));
    }
    return busy;
  }

  private Fault fault(int kind, Link link) {
    return new Fault(
        KINDS.get(kind) + ", " + link.name(),
        random -> {
          // Whoever has just been started may have none yet.
          Fault.within(UNTIL_USED, link::isUsed);
          long before = link.harms();
          Instant from = Instant.now();
          HARMS.get(kind).run(link, random);
          link.heal();
          if (link.equals(cluster.toDatabase(Part.NOTIFICATION))) {
            cluster.chronicle().databaseWasAway(from);
          }
          return link.harms() > before;
        });
  }
}
