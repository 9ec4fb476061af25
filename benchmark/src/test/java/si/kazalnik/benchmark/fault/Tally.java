package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Which faults there were, and which of them the product has survived. */
final class Tally {
  private final Instant began = Instant.now();
  private final Map<String, Integer> injected = new TreeMap<>();
  private final Map<String, Integer> effective = new TreeMap<>();
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
  }

  synchronized void tookEffect(String kind) {
    effective.merge(kind, 1, Integer::sum);
    sinceComparison.merge(kind, 1, Integer::sum);
  }

  /** Those of which none that begins with it has had an effect. */
  synchronized List<String> withoutEffect(Collection<String> kinds) {
    return kinds.stream()
        .filter(kind -> effective.keySet().stream().noneMatch(each -> each.startsWith(kind)))
        .toList();
  }

  /** What the mail server has never done. */
  synchronized List<MailJournal.Act> neverDone() {
    return Stream.of(MailJournal.Act.values())
        .filter(each -> !mails.containsKey(text(each)))
        .toList();
  }

  /** All was compared and right: all faults that took effect since the last time were survived. */
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
      boolean again = line.act() == MailJournal.Act.KEPT && !kept.add(line.messageId());
      mails.merge(again ? "kept again" : text(line.act()), 1, Integer::sum);
    }
  }

  private static String text(MailJournal.Act act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
    text.append("| fault | injected | took effect | survived |\n|---|---:|---:|---:|\n");
    injected.keySet().forEach(kind -> text.append(row(kind, each -> each.getOrDefault(kind, 0))));
    text.append(row("all", each -> each.values().stream().mapToInt(Integer::intValue).sum()));
    return text.toString();
  }

  private String row(String name, ToIntFunction<Map<String, Integer>> number) {
    return "| %s | %d | %d | %d |%n"
        .formatted(
            name,
            number.applyAsInt(injected),
            number.applyAsInt(effective),
            number.applyAsInt(survived));
  }

  void write(String title, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, markdown(title));
  }
}
