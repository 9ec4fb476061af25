package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which faults there were, and which of them the product has survived. */
final class Tally {
  private final Instant began = Instant.now();
  private final Map<String, Integer> injected = new TreeMap<>();
  private final Map<String, Integer> survived = new TreeMap<>();
  private final Map<String, Integer> sinceComparison = new TreeMap<>();
  private final Map<String, Integer> mails = new TreeMap<>();
  private final Map<Deliveries.Excuse, Integer> excuses = new TreeMap<>();
  private int cities;
  private long events;
  private long periods;

  synchronized void happens(String kind) {
    System.out.println(
        "%5d s  %s".formatted(Duration.between(began, Instant.now()).toSeconds(), kind));
    injected.merge(kind, 1, Integer::sum);
    sinceComparison.merge(kind, 1, Integer::sum);
  }

  /** All was compared and right, so that all faults since the last time were survived. */
  synchronized void right(long moreEvents, long morePeriods) {
    sinceComparison.forEach((kind, times) -> survived.merge(kind, times, Integer::sum));
    sinceComparison.clear();
    cities++;
    events += moreEvents;
    periods += morePeriods;
  }

  /** What the mail server did in one city. */
  synchronized void mails(List<MailJournal.Line> journal) {
    Set<String> kept = new HashSet<>();
    for (MailJournal.Line line : journal) {
      switch (line.act()) {
        case KEPT ->
            mails.merge(kept.add(line.messageId()) ? "kept" : "kept again", 1, Integer::sum);
        case REFUSED -> mails.merge("refused for good", 1, Integer::sum);
        case PUT_OFF -> mails.merge("put off", 1, Integer::sum);
        case REPLIED -> mails.merge("answered", 1, Integer::sum);
      }
    }
  }

  /** By what the mails of one city that came again are excused. */
  synchronized void excused(Map<Deliveries.Excuse, Integer> used) {
    used.forEach((excuse, times) -> excuses.merge(excuse, times, Integer::sum));
  }

  synchronized String markdown(String title) {
    StringBuilder text = new StringBuilder("# ").append(title).append("\n\n");
    text.append(
        "%d cities, %d events, %d periods compared, %d minutes%n%n"
            .formatted(
                cities, events, periods, Duration.between(began, Instant.now()).toMinutes()));
    text.append("Mails: ").append(mails).append("\n\n");
    text.append("Came again, excused by: ").append(excuses).append("\n\n");
    text.append("| fault | injected | survived |\n|---|---:|---:|\n");
    injected.forEach(
        (kind, times) ->
            text.append(
                "| %s | %d | %d |%n".formatted(kind, times, survived.getOrDefault(kind, 0))));
    text.append(
        "| all | %d | %d |%n"
            .formatted(
                injected.values().stream().mapToInt(Integer::intValue).sum(),
                survived.values().stream().mapToInt(Integer::intValue).sum()));
    return text.toString();
  }

  void write(String title, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, markdown(title));
  }
}
