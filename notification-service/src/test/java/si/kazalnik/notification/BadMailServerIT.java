package si.kazalnik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.kazalnik.notification.testing.RunningNotification;
import si.kazalnik.notification.testing.ScriptedSmtp;
import si.kazalnik.notification.testing.ScriptedSmtp.Behaviour;
import si.kazalnik.notification.testing.ScriptedSmtp.Taken;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;
import si.kazalnik.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/** What becomes of mails when the mail server does not do its best. */
class BadMailServerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "LATER"})
  void a_temporary_refusal_is_tried_again_until_it_is_accepted_once(Behaviour refusal) {
    try (ScriptedSmtp smtp = new ScriptedSmtp(refusal, refusal, refusal);
        RunningNotification service = start(smtp)) {
      service.send(TestDeviations.offTrack("share|1"));
      awaitSettled(service);

      assertThat(smtp.taken()).hasSize(1);
      assertThat(notifications(service).get("accepted").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_USER", "NO_SUCH_CONTENT"})
  void a_refusal_for_good_is_recorded_and_the_strategy_office_is_told_once(Behaviour refusal) {
    try (ScriptedSmtp smtp = new ScriptedSmtp(refusal);
        RunningNotification service = start(smtp)) {
      service.send(TestDeviations.offTrack("share|1"));
      await().atMost(PATIENCE).until(() -> smtp.accepted().size() == 1);
      awaitSettled(service);

      assertThat(smtp.accepted())
          .extracting(Taken::recipient)
          .containsExactly("strategy-office@example.si");
      assertThat(notifications(service).get("failed").asInt()).isEqualTo(1);
      assertThat(
              service
                  .json("/v1/deviations?indicator=" + TestCatalogue.SHARE)
                  .at("/items/0/notifications/0/outcome")
                  .asString())
          .isEqualTo("FAILED");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(service.getManagement("/actuator/prometheus").body())
                      .contains("notifications_failed_total{kind=\"opened\"} 1.0")
                      .contains("notifications_sent_total{kind=\"undeliverable\"} 1.0")
                      .contains("notifications_addresses_refused 1.0"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP_AFTER_DATA", "HANG_AFTER_DATA"})
  void where_the_reply_was_lost_the_mail_comes_again_with_the_same_id(Behaviour loss) {
    try (ScriptedSmtp smtp = new ScriptedSmtp(loss);
        RunningNotification service = start(smtp)) {
      service.send(TestDeviations.offTrack("share|1"));
      awaitSettled(service);

      assertThat(smtp.taken()).hasSize(2);
      assertThat(smtp.taken())
          .extracting(Taken::messageId)
          .containsOnly(smtp.taken().get(0).messageId());
      assertThat(smtp.accepted()).hasSize(1);
    }
  }

  @Test
  void what_was_accepted_is_not_repeated_though_the_goodbye_fails() {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Behaviour.DROP_AFTER_ACCEPTING);
        RunningNotification service = start(smtp)) {
      service.send(TestDeviations.offTrack("share|1"));
      awaitSettled(service);

      assertThat(smtp.taken()).hasSize(1);
    }
  }

  @Test
  void a_server_that_hangs_on_one_mail_holds_up_no_other() {
    try (ScriptedSmtp smtp = new ScriptedSmtp(Behaviour.HANG_AFTER_DATA);
        RunningNotification service =
            start(smtp, "--spring.mail.properties.mail.smtp.timeout=60000")) {
      service.send(TestDeviations.offTrack("share|1"));
      await().atMost(PATIENCE).until(() -> smtp.taken().size() == 1);
      service.send(TestDeviations.missedQuota("devices|1"));

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(smtp.accepted())
                      .extracting(Taken::recipient)
                      .containsExactly("economy-office@example.si"));
    }
  }

  @Test
  void a_role_without_address_is_recorded_as_failed_and_told_to_the_office() throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("addresses", ".yaml");
    java.nio.file.Files.writeString(file, "strategy-office: [one@example.si, two@example.si]\n");
    try (ScriptedSmtp smtp = new ScriptedSmtp();
        RunningNotification service =
            start(
                smtp,
                "--kazalnik.addresses=" + file,
                "--kazalnik.notifications.invent-addresses=false")) {
      service.send(TestDeviations.offTrack("share|1"));
      await().atMost(PATIENCE).until(() -> smtp.accepted().size() == 2);
      awaitSettled(service);

      assertThat(smtp.accepted())
          .extracting(Taken::recipient)
          .containsExactlyInAnyOrder("one@example.si", "two@example.si");
      assertThat(notifications(service).get("failed").asInt()).isEqualTo(1);
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  @Test
  void two_instances_send_each_mail_once() {
    try (ScriptedSmtp smtp = new ScriptedSmtp();
        RunningNotification service = start(smtp, "--kazalnik.instance=one");
        RunningNotification other = service.another("--kazalnik.instance=two")) {
      for (int i = 0; i < 20; i++) {
        service.send(TestDeviations.offTrack("share|" + i), TestDeviations.overdue("ngo|" + i));
      }
      await().atMost(PATIENCE).until(() -> notifications(service).get("made").asInt() == 80);
      awaitSettled(other);

      List<Taken> taken = smtp.taken();
      assertThat(taken).extracting(Taken::messageId).doesNotHaveDuplicates();
      assertThat(notifications(other).get("accepted").asInt()).isEqualTo(80);
    }
  }

  private static RunningNotification start(ScriptedSmtp smtp, String... options) {
    RunningNotification service =
        RunningNotification.start(TestMongo.embedded().uniqueDatabase(), smtp.port(), options);
    service.publish(TestCatalogue.lipa());
    return service;
  }

  private static void awaitSettled(RunningNotification service) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode balance = service.json("/v1/balance");
              return balance.get("settled").asBoolean()
                  && balance.at("/notifications/made").asInt() > 0;
            });
  }

  private static JsonNode notifications(RunningNotification service) {
    return service.json("/v1/balance").get("notifications");
  }
}
