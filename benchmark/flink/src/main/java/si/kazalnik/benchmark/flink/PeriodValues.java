package si.kazalnik.benchmark.flink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Merges an indicator's days into months and, now and then, evaluates the periods that they touch.
 */
final class PeriodValues extends KeyedProcessFunction<String, IndicatorDay, PeriodValue> {
  private static final long serialVersionUID = 1L;
  private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");

  private final long pauseMillis;
  private transient @Nullable MapState<Long, Map<String, DaySummary>> days;
  private transient @Nullable MapState<Long, List<DaySummary>> months;
  private transient @Nullable MapState<Long, Boolean> touched;
  private transient @Nullable MapState<String, BigDecimal> published;
  private transient @Nullable ValueState<Long> first;

  PeriodValues(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  @Override
  public void open(OpenContext context) {
    days =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "days",
                    Types.LONG,
                    Types.MAP(Types.STRING, TypeInformation.of(DaySummary.class))));
    months =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "months", Types.LONG, Types.LIST(TypeInformation.of(DaySummary.class))));
    touched =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("touched", Types.LONG, Types.BOOLEAN));
    published =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("published", Types.STRING, Types.BIG_DEC));
    first = getRuntimeContext().getState(new ValueStateDescriptor<>("first", Types.LONG));
  }

  @Override
  public void processElement(IndicatorDay incoming, Context context, Collector<PeriodValue> out)
      throws Exception {
    DaySummary summary = incoming.summary;
    MapState<Long, Map<String, DaySummary>> known = Objects.requireNonNull(days);
    Map<String, DaySummary> cells = known.get(summary.day);
    cells = cells == null ? new HashMap<>() : cells;
    cells.put(summary.cell, summary);
    known.put(summary.day, cells);
    LocalDate month = LocalDate.ofEpochDay(summary.day).withDayOfMonth(1);
    Objects.requireNonNull(months).remove(month.toEpochDay());
    ValueState<Long> earliest = Objects.requireNonNull(first);
    if (earliest.value() == null || summary.day < earliest.value()) {
      earliest.update(summary.day);
    }
    MapState<Long, Boolean> marks = Objects.requireNonNull(touched);
    if (marks.isEmpty()) {
      context
          .timerService()
          .registerProcessingTimeTimer(
              context.timerService().currentProcessingTime() + pauseMillis);
    }
    marks.put(summary.day, true);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PeriodValue> out)
      throws Exception {
    Indicator indicator = Indicator.named(context.getCurrentKey());
    LocalDate today = LocalDate.now(ZONE);
    TreeSet<LocalDate> periods = new TreeSet<>();
    MapState<Long, Boolean> marks = Objects.requireNonNull(touched);
    for (Long day : marks.keys()) {
      periods.addAll(indicator.touched(LocalDate.ofEpochDay(day), today));
    }
    marks.clear();
    for (LocalDate period : periods) {
      publish(indicator, period, out);
    }
  }

  private void publish(Indicator indicator, LocalDate period, Collector<PeriodValue> out)
      throws Exception {
    List<DaySummary> cells = new ArrayList<>();
    if (indicator.daily()) {
      cells.addAll(day(period).values());
    } else {
      LocalDate earliest = LocalDate.ofEpochDay(Objects.requireNonNull(first).value());
      for (LocalDate month : indicator.months(period, earliest).toList()) {
        cells.addAll(month(month));
      }
    }
    Optional<BigDecimal> value = indicator.value(cells);
    String name = indicator.periodName(period);
    MapState<String, BigDecimal> told = Objects.requireNonNull(published);
    BigDecimal before = told.get(name);
    if (value.isPresent() && (before == null || before.compareTo(value.get()) != 0)) {
      told.put(name, value.get());
      out.collect(new PeriodValue(indicator.id(), name, value.get()));
    }
  }

  private Map<String, DaySummary> day(LocalDate day) throws Exception {
    Map<String, DaySummary> cells = Objects.requireNonNull(days).get(day.toEpochDay());
    return cells == null ? Map.of() : cells;
  }

  // Each of its cells, made once after any of its days has changed.
  private List<DaySummary> month(LocalDate month) throws Exception {
    MapState<Long, List<DaySummary>> known = Objects.requireNonNull(months);
    List<DaySummary> made = known.get(month.toEpochDay());
    if (made == null) {
      Map<String, DaySummary> cells = new HashMap<>();
      for (LocalDate day : month.datesUntil(month.plusMonths(1)).toList()) {
        day(day).forEach((cell, of) -> cells.computeIfAbsent(cell, DaySummary::of).merge(of));
      }
      made = List.copyOf(cells.values());
      known.put(month.toEpochDay(), made);
    }
    return made;
  }
}
