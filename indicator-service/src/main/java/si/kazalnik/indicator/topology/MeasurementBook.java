package si.kazalnik.indicator.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.indicator.domain.identity.Judgement;
import si.kazalnik.indicator.domain.identity.Version;
import si.kazalnik.indicator.domain.revision.Causes;
import si.kazalnik.indicator.domain.summary.Contribution;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.Placement;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/**
 * Of each identity the version that won, and of each cell what the winners add up to. What it holds
 * does not depend on the order in which the events came.
 */
final class MeasurementBook {

  private final KeyValueStore<Bytes, byte[]> identities;
  private final KeyValueStore<Bytes, byte[]> contributions;
  private final KeyValueStore<Bytes, byte[]> summaries;
  private final Marks marks;

  MeasurementBook(
      KeyValueStore<Bytes, byte[]> identities,
      KeyValueStore<Bytes, byte[]> contributions,
      KeyValueStore<Bytes, byte[]> summaries,
      Marks marks) {
    this.identities = identities;
    this.contributions = contributions;
    this.summaries = summaries;
    this.marks = marks;
  }

  Judgement enter(AcceptedMeasurement event, Routing routing) {
    byte[] identity = event.identity().getBytes(StandardCharsets.UTF_8);
    byte[] known = identities.get(Bytes.wrap(identity));
    Held held = known == null ? null : Held.of(known);
    Version version = Version.of(event);
    Judgement judgement = version.against(held == null ? null : held.version());
    if (judgement == Judgement.APPLIED) {
      Placement place = Placement.of(event, routing.zone()).orElse(null);
      Bytes cell = place == null ? null : Bytes.wrap(CellKeys.of(place.cell()));
      Bytes before = held == null ? null : held.cell();
      if (before != null && !before.equals(cell)) {
        change(before, identity, null, true, event, routing);
      }
      if (place != null && cell != null) {
        change(cell, identity, place.contribution(), cell.equals(before), event, routing);
      }
      identities.put(Bytes.wrap(identity), new Held(version, cell).bytes());
    }
    return judgement;
  }

  /** The cell's summary with what is needed of it, or null where nothing is in it. */
  @Nullable DaySummary summary(Bytes cell, Kept needs) {
    byte[] stored = summaries.get(cell);
    return stored == null ? null : summary(cell, stored, needs);
  }

  /** The summary, made anew from the measurements where it does not keep what is needed. */
  DaySummary summary(Bytes cell, byte[] stored, Kept needs) {
    DaySummary summary = SummaryCodec.readSummary(stored);
    if (summary.kept().suffices(needs)) {
      return summary;
    }
    DaySummary more = anew(cell, summary.kept().and(needs));
    summaries.put(cell, SummaryCodec.write(more));
    return more;
  }

  private void change(
      Bytes cell,
      byte[] identity,
      @Nullable Contribution now,
      boolean replaces,
      AcceptedMeasurement event,
      Routing routing) {
    Kept kept = routing.kept(CellKeys.of(cell.get()).series());
    Mark mark = now == null ? Mark.AGAIN : mark(now, event);
    Bytes place = Bytes.wrap(new BytesOut().raw(cell.get()).raw(identity).done());
    byte[] stored = summaries.get(cell);
    DaySummary summary =
        stored == null ? DaySummary.empty(kept) : summary(cell, stored, kept).only(kept);
    if (replaces) {
      Contribution before =
          SummaryCodec.readContribution(
              Objects.requireNonNull(contributions.get(place), "held, but not in its cell"));
      contributions.delete(place);
      mark = mark.and(mark(before, event));
      summary = summary.minus(before).orElseGet(() -> anew(cell, kept));
    }
    if (now != null) {
      contributions.put(place, SummaryCodec.write(now));
      summary = summary.plus(now);
    }
    if (summary.isEmpty()) {
      summaries.delete(cell);
    } else {
      summaries.put(cell, SummaryCodec.write(summary));
    }
    marks.set(cell.get(), mark);
  }

  private static Mark mark(Contribution changed, AcceptedMeasurement event) {
    Causes causes = Causes.of(event.type());
    boolean completion = changed instanceof Contribution.Completion;
    return new Mark(
        completion ? Causes.NONE : causes,
        completion ? causes : Causes.NONE,
        event.recordedAt().toEpochMilli());
  }

  // A key of a cell is never the beginning of another's, so the prefix finds this cell's alone.
  private DaySummary anew(Bytes cell, Kept kept) {
    List<Contribution> remaining = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all =
        contributions.prefixScan(cell, new BytesSerializer())) {
      all.forEachRemaining(each -> remaining.add(SummaryCodec.readContribution(each.value)));
    }
    return DaySummary.of(kept, remaining);
  }
}
