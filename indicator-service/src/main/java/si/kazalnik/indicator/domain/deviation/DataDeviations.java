package si.kazalnik.indicator.domain.deviation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.Deviation.Cause;
import si.kazalnik.contract.Deviation.Severity;
import si.kazalnik.contract.Deviation.State;

/**
 * The deviation of a silent provider: all its overdue inputs are one. Each indicator and series is
 * a cause that joins and ends; with the last one the deviation resolves.
 */
public final class DataDeviations {

  private DataDeviations() {}

  /**
   * The record to be published and remembered; empty where nothing has changed.
   *
   * @param last the provider's last deviation, ended or not; or null
   * @param overdue all that is overdue of the provider's series now
   */
  public static Optional<Deviation> next(
      String provider,
      @Nullable Deviation last,
      Collection<Overdue> overdue,
      Instant now,
      String catalogue) {
    TreeSet<Overdue> open = new TreeSet<>(overdue);
    boolean isOpen = last != null && last.state() == State.OPEN;
    if (!isOpen && open.isEmpty()) {
      return Optional.empty();
    }
    // Two closings of the same instant are one incident, whenever what they miss is found.
    String id = open.isEmpty() ? "" : DeviationIds.ofProvider(provider, open.first().dueAt());
    if (last == null
        || (!isOpen
            && !last.id().equals(id)
            && open.stream().noneMatch(each -> isOf(last, each)))) {
      List<Cause> causes = open.stream().map(each -> CauseRecords.of(each, now)).toList();
      return Optional.of(record(id, provider, causes, now, null, 0, catalogue));
    }
    List<Cause> causes = joined(last.causes(), open, now);
    if (isOpen && causes.equals(last.causes())) {
      return Optional.empty();
    }
    return Optional.of(
        record(
            last.id(),
            provider,
            causes,
            last.openedAt(),
            open.isEmpty() ? now : null,
            isOpen ? last.reopened() : last.reopened() + 1,
            catalogue));
  }

  /** Whether the ended deviation was, among others, about exactly this. */
  private static boolean isOf(Deviation last, Overdue overdue) {
    return last.causes().stream()
        .anyMatch(cause -> concerns(cause, overdue) && cause.period().equals(overdue.period()));
  }

  private static boolean concerns(Cause cause, Overdue overdue) {
    return cause.indicator().equals(overdue.indicator()) && overdue.series().equals(cause.series());
  }

  private static List<Cause> joined(List<Cause> before, SortedSet<Overdue> open, Instant now) {
    List<Cause> causes = new ArrayList<>();
    TreeSet<Overdue> joining = new TreeSet<>(open);
    for (Cause cause : before) {
      Optional<Overdue> still = open.stream().filter(each -> concerns(cause, each)).findFirst();
      causes.add(
          still
              .map(
                  each ->
                      CauseRecords.since(
                          CauseRecords.of(each, now),
                          cause.endedAt() == null ? cause.since() : now))
              .orElseGet(() -> CauseRecords.endedAt(cause, now)));
      still.ifPresent(joining::remove);
    }
    joining.forEach(each -> causes.add(CauseRecords.of(each, now)));
    return List.copyOf(causes);
  }

  private static Deviation record(
      String id,
      String provider,
      List<Cause> causes,
      Instant openedAt,
      @Nullable Instant resolvedAt,
      int reopened,
      String catalogue) {
    return new Deviation(
        Deviation.SCHEMA,
        id,
        null,
        provider,
        Map.of(),
        resolvedAt == null ? State.OPEN : State.RESOLVED,
        Severity.OVERDUE,
        causes,
        openedAt,
        resolvedAt,
        reopened,
        List.of(),
        catalogue);
  }
}
