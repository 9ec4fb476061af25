package si.kazalnik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.testing.RunningNotification;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;
import si.kazalnik.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/** From the deviations' topic to the mail server, against both kinds of store. */
class MailFlowIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final GreenMail smtp = new GreenMail(RunningNotification.anyPort());

  enum Store {
    EMBEDDED,
    REAL;

    String database() {
      return (this == EMBEDDED ? TestMongo.embedded() : TestMongo.realOrSkip()).uniqueDatabase();
    }
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @ParameterizedTest
  @EnumSource
  void an_owner_has_one_mail_of_what_came_together_and_one_when_it_is_over(Store store)
      throws Exception {
    smtp.start();
    try (RunningNotification service = start(store)) {
      Deviation share = TestDeviations.offTrack("share|2026-09");
      Deviation lab = TestDeviations.missedDeliverable("lab|2025");
      service.send(share, lab);
      awaitMails(service, 1);

      assertThat(subjects())
          .containsExactly(
              "Ni doseženo: živi laboratorij deluje (rok 31. 12. 2025) in še 1 odstopanje");
      assertThat(to(0)).isEqualTo("digitalisation@example.si");

      service.send(TestDeviations.shareResolved("share|2026-09"));
      awaitMails(service, 2);
      assertThat(subjects().get(1))
          .isEqualTo("Odpravljeno: delež digitalno oddanih vlog (46,9 %, po načrtu)");
      assertThat(outcomes(service, TestCatalogue.SHARE))
          .containsExactly("OPENED ACCEPTED", "RESOLVED ACCEPTED");
      isRefused(service.get("/v1/deviations", "wrong"), 401, "unauthorized");
      isRefused(
          service.get("/v1/deviations?indicator=shar", RunningNotification.OPERATOR_KEY),
          404,
          "unknown-id");
    }
  }

  private static void isRefused(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:kazalnik:problem:" + type);
  }

  @ParameterizedTest
  @EnumSource
  void what_arrives_again_and_a_restart_mail_nothing_again(Store store) throws Exception {
    smtp.start();
    try (RunningNotification service = start(store)) {
      Deviation share = TestDeviations.offTrack("share|2026-09");
      service.send(share, share);
      awaitMails(service, 1);

      service.restart();
      service.send(share, TestDeviations.overdue("provider|1"), share);
      // The two roles that the silent provider concerns, and its contact.
      awaitMails(service, 4);

      assertThat(subjects()).filteredOn(each -> each.startsWith("Zamuja")).hasSize(1);
      assertThat(messageIds()).doesNotHaveDuplicates();
    }
  }

  /** Within one {@code groupWait} only that it is open, since that is how it stands. */
  @ParameterizedTest
  @EnumSource
  void of_what_comes_back_at_once_the_last_word_is_that_it_is_there(Store store) throws Exception {
    smtp.start();
    try (RunningNotification service = start(store)) {
      Deviation share = TestDeviations.offTrack("share|2026-09");
      service.send(
          share,
          TestDeviations.over(share, Deviation.State.AMENDED),
          TestDeviations.reopened(share));
      await()
          .atMost(PATIENCE)
          .until(() -> smtp.getReceivedMessages().length > 0 && settled(service));

      assertThat(outcomes(service, TestCatalogue.SHARE)).endsWith("OPENED ACCEPTED");
      assertThat(subjects().get(subjects().size() - 1))
          .startsWith("Zamuja")
          .doesNotContain("odstopanj");
    }
  }

  @Test
  void good_bad_good_both_good_ones_are_told_and_the_bad_one_is_kept() throws Exception {
    smtp.start();
    try (RunningNotification service = start(Store.EMBEDDED)) {
      service.send("share|a", json(TestDeviations.offTrack("share|a")));
      service.send("share|a", "not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      service.send("share|a", json(TestDeviations.shareResolved("share|a")));
      awaitMails(service, 2);

      assertThat(service.json("/v1/balance").at("/deviations/unreadable").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_mail_waits_for_a_mail_server_that_is_away() throws Exception {
    smtp.start();
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    try (RunningNotification service = RunningNotification.start(Store.EMBEDDED.database(), port)) {
      service.publish(TestCatalogue.lipa());
      service.send(TestDeviations.offTrack("share|2026-09"));
      await()
          .atMost(PATIENCE)
          .until(() -> service.json("/v1/balance").at("/notifications/pending").asInt() == 1);

      GreenMail back =
          new GreenMail(new com.icegreen.greenmail.util.ServerSetup(port, "localhost", "smtp"));
      back.start();
      try {
        await().atMost(PATIENCE).until(() -> back.getReceivedMessages().length == 1);
        await().atMost(PATIENCE).until(() -> settled(service));
      } finally {
        back.stop();
      }
    }
  }

  /** Nothing is kept of it yet, so that made, accepted and pending are 0, all of them. */
  @Test
  void it_is_not_settled_while_a_deviation_is_unread() throws Exception {
    smtp.start();
    try (RunningNotification service =
        RunningNotification.start(Store.EMBEDDED.database(), smtp.getSmtp().getPort())) {
      await().atMost(PATIENCE).until(() -> service.json("/v1/balance").get("settled").asBoolean());
      // It is not read without a catalogue.
      service.send(TestDeviations.offTrack("share|2026-09"));
      JsonNode unread = service.json("/v1/balance");
      assertThat(unread.at("/notifications/made").asInt()).isZero();
      assertThat(unread.get("settled").asBoolean()).isFalse();

      service.publish(TestCatalogue.lipa());
      awaitMails(service, 1);
    }
  }

  private RunningNotification start(Store store) {
    RunningNotification service =
        RunningNotification.start(store.database(), smtp.getSmtp().getPort());
    service.publish(TestCatalogue.lipa());
    return service;
  }

  /** So many mails and no more: the balance says that none is on its way. */
  private void awaitMails(RunningNotification service, int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(smtp.getReceivedMessages()).hasSize(number);
              assertThat(settled(service)).isTrue();
            });
  }

  private static boolean settled(RunningNotification service) {
    JsonNode balance = service.json("/v1/balance");
    return balance.get("settled").asBoolean() && balance.at("/notifications/accepted").asInt() > 0;
  }

  private static byte[] json(Deviation deviation) {
    return si.kazalnik.contract.ContractJson.write(deviation);
  }

  private List<String> subjects() {
    return Arrays.stream(smtp.getReceivedMessages())
        .map(MailFlowIT::subject)
        .map(subject -> subject.replace('\u00a0', ' '))
        .toList();
  }

  private List<String> messageIds() {
    return Arrays.stream(smtp.getReceivedMessages()).map(MailFlowIT::messageId).toList();
  }

  private String to(int mail) throws MessagingException {
    return smtp.getReceivedMessages()[mail].getRecipients(Message.RecipientType.TO)[0].toString();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> outcomes(RunningNotification service, String indicator) {
    return service
        .json("/v1/deviations?indicator=" + indicator)
        .at("/items/0/notifications")
        .valueStream()
        .map(each -> each.get("kind").asString() + " " + each.get("outcome").asString())
        .toList();
  }
}
