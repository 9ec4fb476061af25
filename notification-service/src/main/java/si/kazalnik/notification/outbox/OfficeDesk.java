package si.kazalnik.notification.outbox;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.clock.ServiceClock;

/**
 * Tells the strategy office that mail can't be delivered: once for each role without an address,
 * and once for each role and address that is refused, until it accepts a mail again.
 */
@Component
class OfficeDesk {

  private static final Logger log = LoggerFactory.getLogger(OfficeDesk.class);

  private final NoticeStore notices;
  private final CatalogueReader catalogue;
  private final ServiceClock clock;
  private final RealTime realTime;

  OfficeDesk(
      NoticeStore notices, CatalogueReader catalogue, ServiceClock clock, RealTime realTime) {
    this.notices = notices;
    this.catalogue = catalogue;
    this.clock = clock;
    this.realTime = realTime;
  }

  void tellOfMissingAddress(Notice notice) {
    log.warn("no address is known for the role {}; its mail fails", notice.role());
    tell(notice.kind(), new Notice.Undeliverable(notice.role(), null, null, null));
  }

  void tellOfRefusal(NoticeKind kind, String role, String address, Instant since, String reason) {
    tell(kind, new Notice.Undeliverable(role, address, since, reason));
  }

  /** Of its own mails that fail the office can't be told by mail; log and metrics say it. */
  private void tell(NoticeKind failed, Notice.Undeliverable detail) {
    if (failed == NoticeKind.UNDELIVERABLE) {
      return;
    }
    catalogue
        .current()
        .map(known -> known.catalogue().strategy().office())
        .filter(office -> !office.equals(detail.role()))
        .ifPresent(
            office ->
                notices.add(
                    Notice.undeliverable(office, detail), clock.instant(), realTime.instant()));
  }
}
