package si.kazalnik.notification.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.notification.NotificationSettings;
import si.kazalnik.notification.rules.Grouping;
import si.kazalnik.notification.store.KeptNotice;
import si.kazalnik.notification.store.LeaseStore;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxStore;
import si.kazalnik.service.catalogue.CatalogueReader;

/**
 * Makes mails of waiting notices. Each step can be cut short by a crash and done again: a group's
 * id is that of its oldest notice, which is put into it first; the mail says what it tells; a
 * notice that was too late for its mail waits for the next.
 */
@Component
public class Grouper extends Rounds {

  private static final Duration ROUND = Duration.ofMillis(500);
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final LeaseStore leases;
  private final MailMaker maker;
  private final CatalogueReader catalogue;
  private final NotificationSettings settings;
  private final Instance instance;
  private final RealTime realTime;
  private final OldMail oldMail;

  Grouper(
      NoticeStore notices,
      OutboxStore outbox,
      LeaseStore leases,
      MailMaker maker,
      CatalogueReader catalogue,
      NotificationSettings settings,
      Instance instance,
      RealTime realTime,
      OldMail oldMail) {
    super("grouper", ROUND);
    this.notices = notices;
    this.outbox = outbox;
    this.leases = leases;
    this.maker = maker;
    this.catalogue = catalogue;
    this.settings = settings;
    this.instance = instance;
    this.realTime = realTime;
    this.oldMail = oldMail;
  }

  @Override
  protected void round() {
    oldMail.keepBack();
    Instant now = realTime.instant();
    Optional<CataloguePublication> known = catalogue.current();
    if (known.isEmpty() || !leases.take("grouping", instance.name(), now, now.plus(LEASE))) {
      return;
    }
    group(now);
    Map<String, List<KeptNotice>> groups =
        notices.grouped().stream()
            .filter(each -> each.mail() != null)
            .collect(Collectors.groupingBy(each -> String.valueOf(each.mail())));
    List<RuntimeException> failures = new ArrayList<>();
    groups.forEach(
        (mail, members) -> {
          // One mail that can't be written must not hold up the others.
          try {
            write(known.get(), mail, members);
          } catch (RuntimeException e) {
            failures.add(e);
          }
        });
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private void group(Instant now) {
    List<Grouping.Waiting> waiting =
        notices.waiting().stream()
            .map(
                each ->
                    new Grouping.Waiting(
                        each.id(), each.notice().role(), each.notice().kind(), each.since()))
            .toList();
    for (List<Grouping.Waiting> group : Grouping.due(waiting, settings.groupWait(), now)) {
      String mail = MailIds.of(group.get(0).id());
      group.forEach(each -> notices.group(each.id(), mail));
    }
  }

  private void write(CataloguePublication known, String mail, List<KeptNotice> members) {
    if (outbox.noticesOf(mail).isEmpty()) {
      outbox.add(maker.make(known.catalogue(), mail, members), realTime.instant());
    }
    List<String> told = outbox.noticesOf(mail).orElseThrow();
    for (KeptNotice each : members) {
      if (told.contains(each.id())) {
        notices.mailed(each.id());
      } else {
        notices.release(each.id());
      }
    }
  }
}
