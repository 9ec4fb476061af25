package si.kazalnik.benchmark.ours;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import si.kazalnik.benchmark.city.Load;
import si.kazalnik.benchmark.process.Machine;
import si.kazalnik.benchmark.process.Meter;
import si.kazalnik.benchmark.result.Rounds;

/** Ours as one of several sides: from what is sent to values that the API shows. */
public final class Ours {
  private final Machine machine;
  private final Services services;
  private final Totals totals = new Totals();

  /** On that machine. */
  public Ours(Machine machine, Services services) {
    this.machine = machine;
    this.services = services;
  }

  /** What was sent in all. */
  public Totals totals() {
    return totals;
  }

  /** Sends a round's events to ingestion, without waiting for what comes of them. */
  public void send(Load load) {
    totals.add(load);
    machine.kafka().produce(Load.TOPIC, load.events());
  }

  /** Measures from the raw event to the value. */
  public void whole(Rounds rounds, String kind, Load load)
      throws IOException, InterruptedException {
    rounds.add(
        Meter.measure(
            kind,
            load.events().size(),
            List.of(services.ingestion(), services.indicators()),
            List.of(machine.broker(), machine.store()),
            () -> {
              send(load);
              totals.awaitShown(services);
            }));
    totals.compare(services, 0);
  }

  /**
   * Measures from the accepted measurement to the value, without ingestion.
   *
   * @param name of the load, whose events ingestion has accepted
   * @param from where they begin; see {@link #accepted}
   */
  public void alone(
      Rounds rounds, String kind, String name, Load load, Map<TopicPartition, Long> from)
      throws IOException, InterruptedException {
    List<Load.Event> again = Accepted.again(machine.kafka(), name, from, load.events().size());
    rounds.add(
        Meter.measure(
            kind,
            load.events().size(),
            List.of(services.indicators()),
            List.of(machine.broker(), machine.store()),
            () -> {
              totals.add(load);
              machine.kafka().produce(Accepted.TOPIC, again);
              totals.awaitShown(services);
            }));
    totals.compare(services, 0);
  }

  /** Where what ingestion accepts from now on begins. */
  public Map<TopicPartition, Long> accepted() {
    return machine.kafka().ends(Accepted.TOPIC);
  }
}
