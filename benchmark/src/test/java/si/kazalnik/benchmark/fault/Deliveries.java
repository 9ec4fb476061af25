package si.kazalnik.benchmark.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Chronicle;
import si.kazalnik.benchmark.run.Mail;

/** What the mail server took, and whether the service can have learnt of it. */
final class Deliveries {
  private final List<Line> lines;
  private final Map<String, String> sources;
  private final Map<String, Link> links;
  private final Chronicle chronicle;

  /** Why a mail may come again. */
  enum Excuse {
    NEVER_ANSWERED,
    CONNECTION_HARMED,
    SENDER_HAD_GONE,
    KILLED_BEFORE_ITS_RECORD
  }

  /**
   * Deliveries.
   *
   * @param lines of the mail server's journal
   * @param sources of the mails, by {@code Message-ID}
   * @param links by which mails came, by the instance that sent them
   */
  Deliveries(
      List<Line> lines, Map<String, String> sources, Map<String, Link> links, Chronicle chronicle) {
    this.lines = lines;
    this.sources = sources;
    this.links = links;
    this.chronicle = chronicle;
  }

  List<Mail> mails() {
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.act() == Act.KEPT) {
        mails.add(
            new Mail(
                line.messageId(),
                line.recipient(),
                sources.getOrDefault(line.messageId(), ""),
                excuse(i) != null));
      }
    }
    return mails;
  }

  /** By what the mails that came again are excused; how many there were of each. */
  Map<Excuse, Integer> used() {
    Map<Excuse, Integer> used = new EnumMap<>(Excuse.class);
    Map<String, Excuse> before = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.act() == Act.KEPT) {
        Excuse excuse = before.remove(line.messageId());
        if (excuse != null) {
          used.merge(excuse, 1, Integer::sum);
        }
        Excuse next = excuse(i);
        if (next != null) {
          before.put(line.messageId(), next);
        }
      }
    }
    return used;
  }

  private @Nullable Excuse excuse(int kept) {
    Line line = lines.get(kept);
    Optional<Line> reply =
        lines.subList(kept, lines.size()).stream()
            .filter(each -> each.act() == Act.REPLIED && each.port() == line.port())
            .filter(each -> each.messageId().equals(line.messageId()))
            .findFirst();
    return reply.isEmpty() ? Excuse.NEVER_ANSWERED : excuse(reply.get());
  }

  private @Nullable Excuse excuse(Line reply) {
    String sender = null;
    Link.Life life = null;
    for (Map.Entry<String, Link> each : links.entrySet()) {
      Link.Life found = each.getValue().life(reply.port(), reply.at()).orElse(null);
      if (found != null && (life == null || found.opened().isAfter(life.opened()))) {
        sender = each.getKey();
        life = found;
      }
    }
    if (sender == null || life == null) {
      return null;
    }
    if (life.harmed()) {
      return Excuse.CONNECTION_HARMED;
    }
    if (life.leftBefore(reply.at())) {
      return Excuse.SENDER_HAD_GONE;
    }
    return chronicle.mayBeForgotten(sender, reply.at()) ? Excuse.KILLED_BEFORE_ITS_RECORD : null;
  }
}
