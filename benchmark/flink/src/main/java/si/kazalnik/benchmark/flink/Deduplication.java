package si.kazalnik.benchmark.flink;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Lets each measurement through once. */
final class Deduplication extends KeyedProcessFunction<String, Measurement, Measurement> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable ValueState<Integer> revision;

  @Override
  public void open(OpenContext context) {
    revision = getRuntimeContext().getState(new ValueStateDescriptor<>("revision", Integer.class));
  }

  @Override
  public void processElement(Measurement measurement, Context context, Collector<Measurement> out)
      throws IOException {
    ValueState<Integer> known = Objects.requireNonNull(revision);
    if (known.value() == null) {
      known.update(measurement.revision);
      out.collect(measurement);
    }
  }
}
