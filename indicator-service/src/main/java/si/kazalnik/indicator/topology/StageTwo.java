package si.kazalnik.indicator.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.domain.evaluation.IndicatorRules;

/**
 * Stage two, one partition of indicators: takes summaries, marks the periods that they touch, and a
 * few times a second evaluates what is marked and what the clock has reached.
 */
final class StageTwo implements Stage.Work<String> {

  /** Child that takes {@code indicator-values}. */
  static final String VALUES = "indicator-values-sink";

  /** Child that takes {@link Progress}. */
  static final String PROGRESS = "indicator-progress-sink";

  /** Child that takes deviations. */
  static final String DEVIATIONS = "deviations-sink";

  /** Child that takes what is overdue, by provider. */
  static final String OVERDUE = "overdue";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final TopologySettings settings;
  private final ProcessorContext<String, byte[]> context;
  private final int partition;
  private final Outlet outlet;
  private final Definitions definitions;
  private final WatermarkBook watermarks;
  private final CellBook cells;
  private final Periods periods;
  private final DeviationWatch deviations;
  private final Seeding seeding;
  private boolean caughtUp;
  private boolean toldOverdue;
  private @Nullable Progress told;

  StageTwo(TopologySettings settings, ProcessorContext<String, byte[]> context) {
    this.settings = settings;
    this.context = context;
    partition = context.taskId().partition();
    outlet = new Outlet(context);
    definitions =
        new Definitions(
            Stored.DEFINITIONS.in(context),
            id -> IndicatorPartitions.of(id, settings.partitions()) == partition);
    watermarks = new WatermarkBook(Stored.WATERMARKS.in(context), settings.partitions());
    cells =
        new CellBook(
            Stored.CELLS.in(context),
            Stored.SUBJECT_CELLS.in(context),
            Stored.ROLL_UPS.in(context));
    PublishedBook published = new PublishedBook(Stored.PUBLISHED.in(context));
    Marks changed = new Marks(Stored.CHANGED_INDICATORS.in(context));
    DueBook due = new DueBook(new Marks(Stored.DUE.in(context)));
    Publication publication = new Publication(changed, outlet);
    EventBook events = new EventBook(Stored.EVENT_DAYS.in(context), published);
    periods =
        new Periods(
            definitions,
            cells,
            published,
            new PeriodMarks(new Marks(Stored.CHANGED_PERIODS.in(context))),
            due,
            new EventPeriods(
                definitions,
                cells,
                events,
                new Marks(Stored.CHANGED_EVENTS.in(context)),
                due,
                publication),
            publication);
    DeviationBook book = new DeviationBook(Stored.DEVIATIONS.in(context));
    deviations =
        new DeviationWatch(
            settings, definitions, new Histories(published, events), book, changed, outlet);
    Takeover takeover = new Takeover(settings, partition, published, events, book);
    seeding =
        new Seeding(Stored.SEEDING.in(context), settings.earlier(), takeover::plan, takeover::take);
  }

  @Override
  public void take(Record<String, byte[]> message) {
    if (isControl()) {
      definitions.take(
          ContractJson.read(message.value(), CataloguePublication.class),
          context.recordMetadata().orElseThrow().offset());
      activate();
    } else if (message.key().equals(Outlet.TO_ALL)) {
      watermarks.take(message.value());
      activate();
    } else {
      catchUp();
      take(message.key(), Update.of(message.value()));
    }
  }

  private boolean isControl() {
    return context
        .recordMetadata()
        .orElseThrow()
        .topic()
        .equals(settings.topics().controlIndicators());
  }

  private void activate() {
    if (!seeding.isDone()) {
      return;
    }
    if (hasCaughtUp() && definitions.isReady(watermarks.catalogueSent())) {
      // What events did is told by the definition under which they came.
      Instant now = settings.clock().instant();
      workWhile(() -> !periods.isDone(now), now);
    }
    Slice before = definitions.active();
    definitions
        .activate(watermarks.catalogueSent())
        .ifPresent(now -> periods.redefine(before, now, settings.clock().instant()));
  }

  // What the clock has reached is worked off before anything later is let in, so that a period
  // closes with what had come before its closing and not with what came after.
  private void catchUp() {
    if (!hasCaughtUp()) {
      return;
    }
    Instant now = settings.clock().instant();
    workWhile(() -> periods.isDue(now), now);
  }

  private void workWhile(BooleanSupplier left, Instant now) {
    long start = System.nanoTime();
    while (left.getAsBoolean() && System.nanoTime() - start < PATIENCE.toNanos()) {
      periods.work(now, settings.chunk());
    }
  }

  private void take(String indicator, Update update) {
    boolean ofEvents = definitions.rules(indicator).flatMap(IndicatorRules::events).isPresent();
    cells.take(indicator, update, ofEvents);
    periods.touch(indicator, update.cell(), update.mark(), settings.clock().instant());
  }

  @Override
  public void tick() {
    if (!seeding.isDone()) {
      seeding.go();
      activate();
    }
    if (!hasCaughtUp()) {
      return;
    }
    Instant now = settings.clock().instant();
    periods.work(now, settings.chunk());
    if (periods.isDone(now) && deviations.check(now)) {
      tellOverdue();
      tell();
    }
  }

  // Before it is compared with what was published earlier, everything has come that was there then.
  private boolean hasCaughtUp() {
    if (!caughtUp) {
      Map<Integer, Watermark> come = watermarks.all();
      caughtUp =
          seeding.isDone()
              && seeding.upTo().entrySet().stream()
                  .allMatch(
                      end -> {
                        Watermark watermark = come.get(end.getKey());
                        return watermark != null && watermark.next() >= end.getValue();
                      });
    }
    return caughtUp;
  }

  private void tellOverdue() {
    if (!toldOverdue) {
      outlet.send(OVERDUE, Outlet.TO_ALL, new BytesOut().fixedInt(partition).done());
      toldOverdue = true;
    }
  }

  private void tell() {
    Slice slice = definitions.active();
    if (slice == null) {
      return;
    }
    Map<Integer, Long> next = new TreeMap<>();
    watermarks.all().forEach((each, watermark) -> next.put(each, watermark.next()));
    Watermark own = watermarks.all().get(partition);
    Progress now =
        new Progress(
            Progress.SCHEMA,
            partition,
            next,
            slice.sequence(),
            slice.catalogue().version(),
            definitions.control(),
            definitions.isPending(),
            periods.nextDue().orElse(null),
            own == null ? Map.of() : own.counts(),
            own == null ? 0 : own.unreadable());
    if (!Objects.equals(now, told)) {
      outlet.send(PROGRESS, Integer.toString(partition), ContractJson.write(now));
      told = now;
    }
  }
}
