package si.kazalnik.notification.outbox;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.NotificationSettings;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxStore;

/**
 * What lies unsent in a copy of the database was sent since, as far as anybody knows: with {@code
 * kazalnik.notifications.told-until} it is taken as told, before any mail is sent.
 */
@Component
class OldMail {

  private static final Logger log = LoggerFactory.getLogger(OldMail.class);

  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final NotificationSettings settings;
  private boolean done;

  OldMail(NoticeStore notices, OutboxStore outbox, NotificationSettings settings) {
    this.notices = notices;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Once; may be cut short and done again. */
  synchronized void keepBack() {
    Instant until = settings.until();
    if (done || until == null) {
      return;
    }
    long kept = notices.takeAsTold(until);
    for (String mail : outbox.pendingSinceBefore(until)) {
      kept += notices.takeAsTold(mail);
      outbox.withdraw(mail);
    }
    done = true;
    log.warn("{} notices from before {} are taken as told (told-until)", kept, until);
  }
}
