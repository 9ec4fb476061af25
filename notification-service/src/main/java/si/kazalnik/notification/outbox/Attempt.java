package si.kazalnik.notification.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.mail.SmtpReply;
import si.kazalnik.notification.mail.SmtpSender;
import si.kazalnik.notification.rules.RetryPauses;
import si.kazalnik.notification.store.AddressStore;
import si.kazalnik.notification.store.Delivery;
import si.kazalnik.notification.store.Durability;
import si.kazalnik.notification.store.OutboxMail;
import si.kazalnik.notification.store.OutboxMail.State;
import si.kazalnik.notification.store.OutboxStore;

/**
 * One attempt at a claimed mail: each address that is still pending, one after another, each reply
 * recorded before the next, and before anything else that may fail. Where the database can't be
 * reached the record is tried until it works, and the claim is renewed meanwhile. A crash, or a
 * stop, between the server's reply and its record repeats that one mail with the same {@code
 * Message-ID}.
 */
@Component
class Attempt {

  /** How long a mail is this instance's before another may take it. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  private final OutboxStore outbox;
  private final AddressStore addresses;
  private final SmtpSender smtp;
  private final OfficeDesk office;
  private final Durability durability;
  private final RetryPauses pauses;
  private final Instance instance;
  private final RealTime realTime;
  private final DeliveryLog deliveryLog;
  private final Insistence insistence;

  Attempt(
      OutboxStore outbox,
      AddressStore addresses,
      SmtpSender smtp,
      OfficeDesk office,
      Durability durability,
      RetryPauses pauses,
      Instance instance,
      RealTime realTime,
      DeliveryLog deliveryLog,
      Insistence insistence) {
    this.outbox = outbox;
    this.addresses = addresses;
    this.smtp = smtp;
    this.office = office;
    this.durability = durability;
    this.pauses = pauses;
    this.instance = instance;
    this.realTime = realTime;
    this.deliveryLog = deliveryLog;
    this.insistence = insistence;
  }

  void run(OutboxMail claimed) {
    try {
      OutboxMail mail = claimed;
      for (int i = 0; i < mail.deliveries().size(); i++) {
        Delivery delivery = mail.deliveries().get(i);
        if (delivery.state() == State.PENDING && delivery.address() != null) {
          keepClaim(mail);
          durability.commit();
          SmtpReply reply = smtp.send(mail.content(), delivery.address(), delivery.messageId());
          mail = kept(mail, i, after(mail, delivery, delivery.address(), reply));
          if (reply instanceof SmtpReply.Accepted) {
            accepted(mail, delivery.address());
          }
        }
      }
      outbox.release(mail, instance.name(), realTime.instant().plus(pause(mail)));
    } catch (RuntimeException e) {
      // The claim runs out, and what is still pending of the mail is tried again.
      log.warn("mail {} could not be worked off; it will be taken up again", claimed.id(), e);
    }
  }

  // Whoever was away for long may find that another instance sends it now.
  private void keepClaim(OutboxMail mail) {
    if (!outbox.renew(mail.id(), instance.name(), realTime.instant().plus(CLAIM))) {
      throw new IllegalStateException("another instance sends it now");
    }
  }

  private OutboxMail kept(OutboxMail mail, int index, Delivery delivery) {
    OutboxMail changed = replaced(mail, index, delivery);
    AtomicBoolean mine = new AtomicBoolean();
    insistence.on(
        () -> {
          mine.set(outbox.record(changed, instance.name()));
          durability.commit();
        });
    if (!mine.get()) {
      throw new IllegalStateException("another instance sends it now");
    }
    return changed;
  }

  private void accepted(OutboxMail mail, String address) {
    deliveryLog.accepted(mail.kind(), Duration.between(mail.since(), realTime.instant()));
    insistence.on(() -> addresses.clear(address));
  }

  private Delivery after(OutboxMail mail, Delivery delivery, String address, SmtpReply reply) {
    Instant now = realTime.instant();
    if (reply instanceof SmtpReply.Accepted) {
      return delivery.accepted(now);
    }
    if (reply instanceof SmtpReply.Postponed postponed) {
      if (delivery.failures() == 0) {
        log.warn("mail {} is put off: {}", mail.id(), postponed.reason());
      }
      return mail.since().plus(pauses.giveUpAfter()).isAfter(now)
          ? delivery.postponed(postponed.reason(), now)
          : failed(mail, delivery, address, "given up: " + postponed.reason(), now);
    }
    return failed(mail, delivery, address, ((SmtpReply.Refused) reply).reason(), now);
  }

  private Delivery failed(
      OutboxMail mail, Delivery delivery, String address, String reason, Instant now) {
    log.warn("mail {} to the role {} is refused for good: {}", mail.id(), mail.role(), reason);
    // Before the record: a crash in between repeats a refused mail, which reaches nobody, while the
    // office would never hear of it the other way round. Both may be done twice.
    insistence.on(
        () -> {
          Instant since = addresses.mark(address, reason, now);
          office.tellOfRefusal(mail.kind(), mail.role(), address, since, reason);
        });
    return delivery.failed(reason, now);
  }

  private static OutboxMail replaced(OutboxMail mail, int index, Delivery delivery) {
    List<Delivery> deliveries = new ArrayList<>(mail.deliveries());
    deliveries.set(index, delivery);
    return mail.with(List.copyOf(deliveries));
  }

  private Duration pause(OutboxMail mail) {
    int failures =
        mail.deliveries().stream()
            .filter(each -> each.state() == State.PENDING)
            .mapToInt(Delivery::failures)
            .max()
            .orElse(1);
    return pauses.after(failures);
  }
}
