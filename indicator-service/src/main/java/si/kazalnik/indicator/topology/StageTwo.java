package si.kazalnik.indicator.topology;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.domain.summary.Cell;

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
  private final Inbox inbox;
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
            Stored.ROLL_UPS.in(context),
            RecentCells.most(settings.partitions()));
    PublishedBook published = new PublishedBook(Stored.PUBLISHED.in(context));
    Marks changed = new Marks(Stored.CHANGED_INDICATORS.in(context));
    DueBook due = new DueBook(new Marks(Stored.DUE.in(context)));
    Publication publication = new Publication(changed, outlet);
    EventBook events = new EventBook(Stored.EVENT_DAYS.in(context), published);
    periods =
        new Periods(
            settings.turn(),
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
    inbox = new Inbox(Stored.INBOX.in(context));
    Takeover takeover = new Takeover(settings, partition, published, events, book, publication);
    seeding =
        new Seeding(Stored.SEEDING.in(context), settings.earlier(), takeover::plan, takeover::take);
  }

  @Override
  public void take(Record<String, byte[]> message) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    boolean control = place.topic().equals(settings.topics().controlIndicators());
    Inbox.Message taken =
        new Inbox.Message(control, place.offset(), message.key(), Bytes.wrap(message.value()));
    if (inbox.isEmpty() && isReady()) {
      take(taken);
    } else {
      inbox.add(taken);
    }
  }

  private void take(Inbox.Message message) {
    if (message.control()) {
      definitions.take(
          ContractJson.read(message.value().get(), CataloguePublication.class), message.offset());
    } else if (message.key().equals(Outlet.TO_ALL)) {
      watermarks.take(message.value().get());
    } else {
      take(message.key(), Update.of(message.value().get()));
    }
  }

  private void take(String indicator, Update update) {
    Cell cell = update.cell();
    boolean bySubject = update.bySubject() || definitions.readsBySubject(indicator, cell.series());
    cells.take(indicator, update, bySubject);
    Mark mark = caughtUp ? update.mark() : update.mark().thatMayBeTold();
    periods.touch(indicator, cell, mark, settings.clock().instant());
  }

  /**
   * Whether the next message may be taken. What the clock has reached is worked off before anything
   * later is let in, so that a period closes with what had come before its closing and not with
   * what came after; so is what events did before another catalogue comes into force, so that it is
   * told by the definition under which they came. What can't be done in this turn lets later
   * messages wait.
   */
  private boolean isReady() {
    if (!hasCaughtUp()) {
      // What was published earlier is still being read, or waited for: nothing is evaluated yet.
      activate();
      return true;
    }
    Instant now = settings.clock().instant();
    while (periods.isDue(now) || (isCatalogueReady() && !periods.isDone(now))) {
      if (!settings.turn().goesOn()) {
        return false;
      }
      periods.work(now, settings.chunk());
    }
    activate();
    return true;
  }

  private boolean isCatalogueReady() {
    return definitions.isPending() && definitions.isReady(watermarks.catalogueSent());
  }

  private void activate() {
    if (seeding.isDone() && isCatalogueReady()) {
      Slice before = definitions.active();
      definitions
          .activate(watermarks.catalogueSent())
          .ifPresent(now -> periods.redefine(before, now, settings.clock().instant()));
    }
  }

  @Override
  public void tick() {
    if (!seeding.isDone() && settings.turn().goesOn()) {
      seeding.go();
    }
    while (isReady() && !inbox.isEmpty() && settings.turn().goesOn()) {
      take(inbox.first());
      inbox.removeFirst();
    }
    if (!hasCaughtUp() || !settings.turn().goesOn()) {
      return;
    }
    Instant now = settings.clock().instant();
    periods.work(now, settings.chunk());
    if (inbox.isEmpty() && periods.isDone(now) && !isCatalogueReady() && deviations.check(now)) {
      tellOverdue();
      tell();
    }
  }

  // Before it is compared with what was published earlier, everything has come that was there then,
  // and is in force: by an earlier catalogue it would be compared with what a later one made.
  private boolean hasCaughtUp() {
    if (!caughtUp) {
      caughtUp = seeding.isDone() && isInForce() && hasEverythingCome();
      if (caughtUp) {
        seeding.over();
      }
    }
    return caughtUp;
  }

  // One that is newer yet may keep the others waiting.
  private boolean isInForce() {
    return seeding.control() == 0
        || (definitions.control() >= seeding.control() && !definitions.isPending());
  }

  private boolean hasEverythingCome() {
    Map<Integer, Watermark> come = watermarks.all();
    return seeding.upTo().entrySet().stream()
        .allMatch(
            end -> {
              Watermark watermark = come.get(end.getKey());
              return watermark != null && watermark.next() >= end.getValue();
            });
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
