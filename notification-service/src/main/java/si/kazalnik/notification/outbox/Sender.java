package si.kazalnik.notification.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import si.kazalnik.notification.NotificationSettings;
import si.kazalnik.notification.store.OutboxMail;
import si.kazalnik.notification.store.OutboxStore;

/**
 * Takes mails that are due from the outbox and sends several at a time, so that a server that hangs
 * on one holds up no other. Claims are prolonged while a mail is being sent.
 */
@Component
class Sender extends Rounds {

  private static final Duration ROUND = Duration.ofMillis(250);
  private static final Duration RENEW = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final OutboxStore outbox;
  private final Attempt attempt;
  private final Instance instance;
  private final RealTime realTime;
  private final OldMail oldMail;
  private final Semaphore free;
  private final ExecutorService senders;
  private final Map<String, Instant> underWay = new ConcurrentHashMap<>();
  private boolean takenOver;

  Sender(
      OutboxStore outbox,
      Attempt attempt,
      Instance instance,
      RealTime realTime,
      OldMail oldMail,
      NotificationSettings settings) {
    super("mail-sender", ROUND);
    this.outbox = outbox;
    this.attempt = attempt;
    this.instance = instance;
    this.realTime = realTime;
    this.oldMail = oldMail;
    this.free = new Semaphore(settings.senders());
    this.senders =
        Executors.newFixedThreadPool(settings.senders(), work -> new Thread(work, "smtp"));
  }

  @Override
  protected void round() {
    oldMail.keepBack();
    if (!takenOver) {
      outbox.releaseAll(instance.name());
      takenOver = true;
    }
    renew();
    while (isRunning() && free.tryAcquire()) {
      boolean handedOver = false;
      try {
        Instant now = realTime.instant();
        Optional<OutboxMail> mail = outbox.claim(instance.name(), now, now.plus(Attempt.CLAIM));
        if (mail.isEmpty()) {
          return;
        }
        underWay.put(mail.get().id(), now);
        senders.execute(() -> send(mail.get()));
        handedOver = true;
      } finally {
        if (!handedOver) {
          free.release();
        }
      }
    }
  }

  private void send(OutboxMail mail) {
    try {
      attempt.run(mail);
    } finally {
      underWay.remove(mail.id());
      free.release();
    }
  }

  private void renew() {
    Instant now = realTime.instant();
    underWay.forEach(
        (mail, since) -> {
          if (since.plus(RENEW).isBefore(now)) {
            outbox.renew(mail, instance.name(), now.plus(Attempt.CLAIM));
            underWay.replace(mail, since, now);
          }
        });
  }

  @Override
  public void stop() {
    super.stop();
    senders.shutdown();
    try {
      // What is still under way then is cut off, and tried again after the next start.
      if (!senders.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
