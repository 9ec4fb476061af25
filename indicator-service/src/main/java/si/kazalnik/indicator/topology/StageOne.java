package si.kazalnik.indicator.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.domain.summary.Cell;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/**
 * Stage one, one partition of {@code measurements}: enters each event, and a few times a second
 * sends the whole summary of every cell that has changed to each indicator that uses its series,
 * then a watermark to all of stage two.
 */
final class StageOne implements Stage.Work<byte[]> {

  private static final int SHARE_OF_SCAN = 5;
  private static final byte[] NONE = {};

  private final TopologySettings settings;
  private final ProcessorContext<String, byte[]> context;
  private final int partition;
  private final Outlet outlet;
  private final Marks marks;
  private final MeasurementBook book;
  private final CountBook counts;
  private final Position position;
  private final Unreadable unreadable;
  private final Routes routes;
  private final Inbox early;
  private final BackfillScan scan;
  private @Nullable Watermark sent;

  StageOne(TopologySettings settings, ProcessorContext<String, byte[]> context) {
    this.settings = settings;
    this.context = context;
    partition = context.taskId().partition();
    outlet = new Outlet(context);
    marks = new Marks(Stored.CHANGED_CELLS.in(context));
    book =
        new MeasurementBook(
            Stored.IDENTITIES.in(context),
            Stored.CONTRIBUTIONS.in(context),
            Stored.SUMMARIES.in(context),
            marks);
    counts = new CountBook(Stored.COUNTS.in(context));
    position = new Position(Stored.POSITION.in(context));
    unreadable = new Unreadable(Stored.UNREADABLE.in(context));
    routes = new Routes(Stored.ROUTES.in(context));
    early = new Inbox(Stored.EARLY.in(context));
    scan =
        new BackfillScan(settings.turn(), routes, Stored.SUMMARIES.in(context), book, this::send);
  }

  @Override
  public void take(Record<byte[], byte[]> message) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    if (!place.topic().equals(settings.topics().measurements())) {
      routes.take(ContractJson.read(message.value(), CataloguePublication.class));
      return;
    }
    byte[] measurement = message.value() == null ? NONE : message.value();
    Routing routing = routes.routing();
    if (routing != null && early.isEmpty()) {
      take(place.offset(), measurement, routing);
    } else {
      // The first catalogue is on its way: it let this measurement in.
      early.add(new Inbox.Message(false, place.offset(), "", Bytes.wrap(measurement)));
    }
  }

  private void take(long offset, byte[] measurement, Routing routing) {
    try {
      AcceptedMeasurement event = MeasurementRecord.read(measurement);
      counts.count(event.provider(), book.enter(event, routing));
    } catch (UnreadableRecordException e) {
      unreadable.keep(new TopicPartition(settings.topics().measurements(), partition), offset, e);
    }
    position.reach(offset + 1);
  }

  @Override
  public void tick() {
    Routing routing = routes.routing();
    while (routing != null && !early.isEmpty() && settings.turn().goesOn()) {
      Inbox.Message first = early.first();
      take(first.offset(), first.value().get(), routing);
      early.removeFirst();
    }
    int room = settings.chunk();
    while (routing != null && !marks.isEmpty() && room > 0 && settings.turn().goesOn()) {
      Map.Entry<Bytes, Mark> first = Objects.requireNonNull(marks.first());
      Cell cell = CellKeys.of(first.getKey().get());
      DaySummary summary = book.summary(first.getKey(), routing.kept(cell.series()));
      Map<Kept, Bytes> forms = new HashMap<>();
      for (Map.Entry<String, Routing.Use> user : routing.usersOf(cell.series()).entrySet()) {
        Bytes form =
            summary == null
                ? null
                : forms.computeIfAbsent(
                    user.getValue().needs(),
                    needs -> Bytes.wrap(SummaryCodec.write(summary.only(needs))));
        outlet.send(user.getKey(), update(user.getValue(), first.getValue(), cell, form).bytes());
        room--;
      }
      marks.remove(first.getKey());
      room--;
    }
    // Under load, too, a catalogue must come into force.
    scan.go(Math.max(room, settings.chunk() / SHARE_OF_SCAN));
    if (marks.isEmpty() && early.isEmpty()) {
      announce();
    }
  }

  private void send(String indicator, Routing.Use use, Cell cell, byte[] summary) {
    outlet.send(indicator, update(use, Mark.AGAIN, cell, Bytes.wrap(summary)).bytes());
  }

  private Update update(Routing.Use use, Mark mark, Cell cell, @Nullable Bytes summary) {
    return new Update(partition, use.since(), mark, cell, summary, use.bySubject());
  }

  private void announce() {
    Watermark now =
        new Watermark(partition, position.next(), routes.sent(), unreadable.count(), counts.all());
    if (!now.equals(sent)) {
      outlet.send(Outlet.TO_ALL, now.bytes());
      sent = now;
    }
  }
}
