package si.kazalnik.benchmark.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Connections that are cut, refused, slow or silent. */
final class LinkFaults {
  private final Cluster cluster;

  LinkFaults(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    for (Link link : cluster.links()) {
      faults.add(
          fault(
              "connections cut",
              link,
              random -> {
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                  link.cut();
                  Fault.last(random, 100, 2_000);
                }
              }));
      faults.add(
          fault(
              "connections refused",
              link,
              random -> {
                link.refuse();
                Fault.last(random, 500, 8_000);
              }));
      faults.add(
          fault(
              "connections slow",
              link,
              random -> {
                link.delay(20 + random.nextInt(300));
                Fault.last(random, 2_000, 8_000);
              }));
      faults.add(
          fault(
              "connections silent",
              link,
              random -> {
                link.stall();
                Fault.last(random, 500, 8_000);
              }));
    }
    return faults;
  }

  private Fault fault(String what, Link link, Fault.Happening happening) {
    return new Fault(
        what + ", " + link.name(),
        random -> {
          Instant from = Instant.now();
          happening.happen(random);
          link.heal();
          if (link.equals(cluster.toDatabase(Part.NOTIFICATION))) {
            cluster.chronicle().databaseWasAway(from);
          }
        });
  }
}
