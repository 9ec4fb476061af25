package si.kazalnik.indicator.topology;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The processor around one partition's work, which exists only while the partition is assigned.
 *
 * @param <K> key taken
 */
final class Stage<K> implements Processor<K, byte[], String, byte[]> {

  /** One partition's work. */
  interface Work<K> {

    /** Takes a record. */
    void take(Record<K, byte[]> message);

    /** Goes on with what is to be done a few times a second, for no longer than a transaction. */
    void tick();
  }

  private final TopologySettings settings;
  private final Pace pace;
  private final Function<ProcessorContext<String, byte[]>, Work<K>> maker;
  private @Nullable Work<K> work;
  private Transactions.@Nullable Writer writer;
  private @Nullable Cancellable ticking;

  Stage(TopologySettings settings, Function<ProcessorContext<String, byte[]>, Work<K>> maker) {
    this.settings = settings;
    pace = new Pace(settings.rest(), System.nanoTime());
    this.maker = maker;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    Work<K> made = maker.apply(context);
    Transactions.Writer begun = Transactions.ofThread().begin();
    work = made;
    writer = begun;
    ticking =
        context.schedule(
            settings.flush(), PunctuationType.WALL_CLOCK_TIME, now -> tick(made, begun));
  }

  private void tick(Work<K> made, Transactions.Writer begun) {
    long began = System.nanoTime();
    if (pace.isTime(began)) {
      begun.wrote();
      settings.turn().entered();
      made.tick();
      settings.turn().left();
      pace.went(began, System.nanoTime());
    }
  }

  @Override
  public void process(Record<K, byte[]> message) {
    pace.taken(System.currentTimeMillis() - message.timestamp());
    Objects.requireNonNull(writer, "not initialised").wrote();
    settings.turn().entered();
    Objects.requireNonNull(work, "not initialised").take(message);
    settings.turn().left();
  }

  @Override
  public void close() {
    // A damaged task is begun again as the same object, with what was scheduled before.
    if (ticking != null) {
      ticking.cancel();
      ticking = null;
    }
    if (writer != null) {
      Transactions.ofThread().end(writer);
      writer = null;
    }
    work = null;
  }
}
