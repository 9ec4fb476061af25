package si.kazalnik.benchmark.flink;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps a summary per series, cell and day, and sends those that have changed now and then. */
final class DaySummaries extends KeyedProcessFunction<String, Measurement, DaySummary> {
  private static final long serialVersionUID = 1L;

  private final long pauseMillis;
  private transient @Nullable ValueState<DaySummary> summary;

  DaySummaries(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  @Override
  public void open(OpenContext context) {
    summary = getRuntimeContext().getState(new ValueStateDescriptor<>("summary", DaySummary.class));
  }

  @Override
  public void processElement(Measurement measurement, Context context, Collector<DaySummary> out)
      throws IOException {
    ValueState<DaySummary> state = Objects.requireNonNull(summary);
    DaySummary before = state.value();
    DaySummary kept = before == null ? new DaySummary() : before;
    kept.add(measurement);
    if (!kept.changed) {
      kept.changed = true;
      context
          .timerService()
          .registerProcessingTimeTimer(
              context.timerService().currentProcessingTime() + pauseMillis);
    }
    state.update(kept);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<DaySummary> out)
      throws IOException {
    ValueState<DaySummary> state = Objects.requireNonNull(summary);
    DaySummary kept = state.value();
    kept.changed = false;
    state.update(kept);
    out.collect(kept);
  }
}
