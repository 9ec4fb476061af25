package si.kazalnik.notification.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.notification.NotificationSettings;
import si.kazalnik.notification.mail.AddressBook;
import si.kazalnik.notification.mail.RenderedMail;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.store.Delivery;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.KeptNotice;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxMail;
import si.kazalnik.notification.wording.MailComposer;
import si.kazalnik.notification.wording.Told;
import si.kazalnik.service.clock.ServiceClock;

/** Writes the mail of a group. */
@Component
class MailMaker {

  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final AddressBook addresses;
  private final MailComposer composer;
  private final NotificationSettings settings;
  private final ServiceClock clock;
  private final OfficeDesk office;
  private final RealTime realTime;

  MailMaker(
      DeviationStore deviations,
      NoticeStore notices,
      AddressBook addresses,
      MailComposer composer,
      NotificationSettings settings,
      ServiceClock clock,
      OfficeDesk office,
      RealTime realTime) {
    this.deviations = deviations;
    this.notices = notices;
    this.addresses = addresses;
    this.composer = composer;
    this.settings = settings;
    this.clock = clock;
    this.office = office;
    this.realTime = realTime;
  }

  OutboxMail make(Catalogue catalogue, String id, List<KeptNotice> members) {
    List<KeptNotice> ordered =
        members.stream()
            .sorted(Comparator.comparing(KeptNotice::since).thenComparing(KeptNotice::id))
            .toList();
    Notice first = ordered.get(0).notice();
    List<Told> told =
        ordered.stream()
            .map(KeptNotice::notice)
            .map(each -> new Told(each, deviations.find(each.deviation()).orElse(null)))
            .toList();
    RenderedMail content =
        RenderedMail.of(
            composer.compose(catalogue, first.role(), told, others(first, told), clock.instant()));
    return new OutboxMail(
        id,
        first.role(),
        first.kind(),
        ordered.stream().map(KeptNotice::id).toList(),
        ordered.get(0).since(),
        content,
        deliveries(id, first));
  }

  /** Roles that are mailed of the same deviations. */
  private List<String> others(Notice first, List<Told> told) {
    if (first.kind() != NoticeKind.OPENED) {
      return List.of();
    }
    List<String> ids = told.stream().map(each -> each.notice().deviation()).toList();
    return notices.ofDeviations(ids).stream()
        .map(KeptNotice::notice)
        .filter(each -> each.kind() == first.kind() && each.suppressed() == null)
        .map(Notice::role)
        .filter(role -> !role.equals(first.role()))
        .distinct()
        .sorted()
        .toList();
  }

  private List<Delivery> deliveries(String mail, Notice first) {
    List<String> known = addresses.of(first.role());
    Instant now = realTime.instant();
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      deliveries.add(Delivery.to(known.get(i), MailIds.messageId(mail, i + 1, settings.from())));
    }
    if (known.isEmpty()) {
      office.tellOfMissingAddress(first);
      String reason = "no address is known for the role " + first.role();
      deliveries.add(Delivery.impossible(MailIds.messageId(mail, 1, settings.from()), reason, now));
    }
    return List.copyOf(deliveries);
  }
}
