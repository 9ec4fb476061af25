package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
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

  private final Duration pause;
  private final Function<ProcessorContext<String, byte[]>, Work<K>> maker;
  private @Nullable Work<K> work;

  Stage(Duration pause, Function<ProcessorContext<String, byte[]>, Work<K>> maker) {
    this.pause = pause;
    this.maker = maker;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    Work<K> made = maker.apply(context);
    work = made;
    context.schedule(pause, PunctuationType.WALL_CLOCK_TIME, now -> made.tick());
  }

  @Override
  public void process(Record<K, byte[]> message) {
    Objects.requireNonNull(work, "not initialised").take(message);
  }
}
