package si.kazalnik.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import si.kazalnik.notification.mail.RenderedMail;
import si.kazalnik.notification.mail.SmtpReply;
import si.kazalnik.notification.mail.SmtpSender;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.rules.RetryPauses;
import si.kazalnik.notification.store.AddressStore;
import si.kazalnik.notification.store.Delivery;
import si.kazalnik.notification.store.OutboxMail;
import si.kazalnik.notification.store.OutboxStore;

/** The database fails while the mail server works. */
class AttemptTest {

  private static final Instant NOW = Instant.parse("2026-10-22T05:00:00Z");
  private static final String ADDRESS = "owner@example.si";
  private final RuntimeException noPrimary = new MongoTimeoutException("no primary");
  private static final OutboxMail MAIL =
      new OutboxMail(
          "m",
          "digitalisation",
          NoticeKind.OPENED,
          List.of("n"),
          NOW,
          new RenderedMail("sl", "subject", "text", "html", Map.of()),
          List.of(Delivery.to(ADDRESS, "<1@example.si>")));

  private final OutboxStore outbox = mock();
  private final AddressStore addresses = mock();
  private final SmtpSender smtp = mock();
  private final OfficeDesk office = mock();
  private final DeliveryLog deliveryLog = mock();
  private final Attempt attempt =
      new Attempt(
          outbox,
          addresses,
          smtp,
          office,
          () -> {},
          new RetryPauses(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1)),
          new Instance("it"),
          () -> NOW,
          deliveryLog,
          new Insistence(Duration.ofMillis(1), Duration.ofMillis(2)));

  @Test
  void what_was_accepted_is_recorded_as_soon_as_the_database_is_back() {
    replies(new SmtpReply.Accepted());
    doThrow(noPrimary).doThrow(noPrimary).doReturn(true).when(outbox).record(any(), anyString());

    attempt.run(MAIL);

    OutboxMail accepted = MAIL.with(List.of(MAIL.deliveries().get(0).accepted(NOW)));
    verify(smtp, times(1)).send(any(), anyString(), anyString());
    InOrder order = inOrder(outbox, addresses);
    order.verify(outbox, times(3)).record(accepted, "it");
    order.verify(addresses).clear(ADDRESS);
    order.verify(outbox).release(any(), anyString(), any());
    verify(deliveryLog, times(1)).accepted(NoticeKind.OPENED, Duration.ZERO);
  }

  @Test
  void a_mark_that_can_not_be_taken_away_does_not_lose_the_record() {
    replies(new SmtpReply.Accepted());
    doThrow(noPrimary).doNothing().when(addresses).clear(ADDRESS);

    attempt.run(MAIL);

    InOrder order = inOrder(outbox, addresses);
    order.verify(outbox).record(any(), anyString());
    order.verify(addresses, times(2)).clear(ADDRESS);
    order.verify(outbox).release(any(), anyString(), any());
  }

  @Test
  void of_a_refusal_the_office_is_told_and_then_it_is_recorded() {
    replies(new SmtpReply.Refused("550 no such user"));
    doThrow(noPrimary).doReturn(NOW).when(addresses).mark(ADDRESS, "550 no such user", NOW);
    doThrow(noPrimary).doReturn(true).when(outbox).record(any(), anyString());

    attempt.run(MAIL);

    verify(smtp, times(1)).send(any(), anyString(), anyString());
    InOrder order = inOrder(outbox, office);
    order
        .verify(office)
        .tellOfRefusal(NoticeKind.OPENED, "digitalisation", ADDRESS, NOW, "550 no such user");
    order.verify(outbox, times(2)).record(any(), anyString());
  }

  @Test
  void the_stop_of_the_service_ends_the_trying() {
    replies(new SmtpReply.Accepted());
    doThrow(noPrimary)
        .doAnswer(
            call -> {
              Thread.currentThread().interrupt();
              throw noPrimary;
            })
        .when(outbox)
        .record(any(), anyString());

    attempt.run(MAIL);

    assertThat(Thread.interrupted()).isTrue();
    verify(outbox, times(2)).record(any(), anyString());
    verify(outbox, never()).release(any(), anyString(), any());
    verify(deliveryLog, never()).accepted(any(), any());
  }

  @Test
  void what_another_instance_has_claimed_meanwhile_is_not_sent() {
    replies(new SmtpReply.Accepted());
    when(outbox.renew(any(), anyString(), any())).thenReturn(false);

    attempt.run(MAIL);

    verify(smtp, never()).send(any(), anyString(), anyString());
    verify(outbox, never()).release(any(), anyString(), any());
  }

  private void replies(SmtpReply reply) {
    when(outbox.renew(any(), anyString(), any())).thenReturn(true);
    when(outbox.record(any(), anyString())).thenReturn(true);
    when(smtp.send(any(), anyString(), anyString())).thenReturn(reply);
  }
}
