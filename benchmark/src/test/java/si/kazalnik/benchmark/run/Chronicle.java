package si.kazalnik.benchmark.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * When an instance of the notification service could not keep what the mail server had told it:
 * what a mail that came twice must be excused by.
 */
public final class Chronicle {
  /** How long a busy machine may take from a reply to its record. */
  private static final Duration RECORDING = Duration.ofSeconds(10);

  private final List<Kill> kills = new CopyOnWriteArrayList<>();
  private final List<Stretch> away = new CopyOnWriteArrayList<>();

  private record Kill(String instance, Instant at) {}

  private record Stretch(Instant from, Instant to) {}

  /** That instance was killed just now. Who is stopped in order records what it knows. */
  public void killed(String instance) {
    kills.add(new Kill(instance, Instant.now()));
  }

  /** From then until now it could not reach, or not write to, its database. */
  public void databaseWasAway(Instant from) {
    away.add(new Stretch(from, Instant.now()));
  }

  /** Whether that instance was killed before it can have recorded what it was told then. */
  public boolean mayBeForgotten(String instance, Instant told) {
    Instant recorded =
        away.stream()
            .filter(each -> !each.to().isBefore(told))
            .filter(each -> !each.from().isAfter(told.plus(RECORDING)))
            .map(Stretch::to)
            .max(Instant::compareTo)
            .orElse(told)
            .plus(RECORDING);
    return kills.stream()
        .filter(each -> each.instance().equals(instance))
        .anyMatch(each -> !each.at().isBefore(told) && !each.at().isAfter(recorded));
  }
}
