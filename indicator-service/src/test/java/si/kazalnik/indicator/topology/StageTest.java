package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Topics;

class StageTest {

  private static final TopologySettings SETTINGS =
      new TopologySettings(
          new Topics(""),
          1,
          Duration.ofMillis(100),
          0,
          50,
          InstantSource.fixed(Instant.EPOCH),
          (since, at) -> true,
          Earlier.NOTHING,
          Turn.endless(),
          Generation.FIRST);

  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
  private final List<Counting> made = new ArrayList<>();
  private final Stage<String> stage =
      new Stage<>(
          SETTINGS,
          any -> {
            Counting work = new Counting();
            made.add(work);
            return work;
          });

  private static final class Counting implements Stage.Work<String> {
    private int taken;
    private int ticks;

    @Override
    public void take(Record<String, byte[]> message) {
      taken++;
    }

    @Override
    public void tick() {
      ticks++;
    }
  }

  private void tick() {
    context.scheduledPunctuators().stream()
        .filter(each -> !each.cancelled())
        .map(CapturedPunctuator::getPunctuator)
        .forEach(each -> each.punctuate(0));
  }

  /** Kafka Streams begins a damaged task again as the same object, with all that was scheduled. */
  @Test
  void once_begun_again_only_the_new_work_goes_on() {
    stage.init(context);
    tick();
    stage.close();
    stage.init(context);

    stage.process(new Record<>("k", new byte[0], 0));
    tick();
    stage.close();
    tick();

    assertThat(made).extracting(each -> each.ticks).containsExactly(1, 1);
    assertThat(made).extracting(each -> each.taken).containsExactly(0, 1);
  }
}
