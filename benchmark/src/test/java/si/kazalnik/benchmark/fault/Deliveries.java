package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import si.kazalnik.benchmark.fault.MailJournal.Act;
import si.kazalnik.benchmark.fault.MailJournal.Line;
import si.kazalnik.benchmark.run.Mail;

/** What the mail server took, and whether the service can have learnt of it. */
final class Deliveries {
  private final Cluster cluster;

  Deliveries(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Mail> mails() throws IOException {
    List<Line> lines = cluster.journal().read();
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.act() == Act.KEPT) {
        Optional<Line> reply =
            lines.subList(i, lines.size()).stream()
                .filter(each -> each.act() == Act.REPLIED && each.port() == line.port())
                .filter(each -> each.messageId().equals(line.messageId()))
                .findFirst();
        mails.add(new Mail(line.messageId(), reply.isEmpty() || lost(reply.get())));
      }
    }
    return mails;
  }

  private boolean lost(Line reply) {
    return cluster.toMail().mayHaveLost(reply.port(), reply.at())
        || cluster.chronicle().mayBeForgotten(reply.at());
  }
}
