package si.kazalnik.benchmark.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Mail;

/** What the mail server took, and whether the service can have learnt of it. */
final class Deliveries {
  private final List<Line> lines;
  private final Map<String, String> sources;
  private final Link link;
  private final Chronicle chronicle;

  /**
   * Deliveries.
   *
   * @param lines of the mail server's journal
   * @param sources of the mails, by {@code Message-ID}
   * @param link by which mails came
   */
  Deliveries(List<Line> lines, Map<String, String> sources, Link link, Chronicle chronicle) {
    this.lines = lines;
    this.sources = sources;
    this.link = link;
    this.chronicle = chronicle;
  }

  List<Mail> mails() {
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.act() == Act.KEPT) {
        Optional<Line> reply =
            lines.subList(i, lines.size()).stream()
                .filter(each -> each.act() == Act.REPLIED && each.port() == line.port())
                .filter(each -> each.messageId().equals(line.messageId()))
                .findFirst();
        mails.add(
            new Mail(
                line.messageId(),
                line.recipient(),
                sources.getOrDefault(line.messageId(), ""),
                reply.isEmpty() || lost(reply.get())));
      }
    }
    return mails;
  }

  private boolean lost(Line reply) {
    return link.mayHaveLost(reply.port(), reply.at()) || chronicle.mayBeForgotten(reply.at());
  }
}
