package si.kazalnik.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.testing.RunningNotification;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;
import si.kazalnik.testing.TestMongo;
import tools.jackson.databind.JsonNode;

/**
 * The database is lost, or it or the topic is another one's copy: nobody is told twice, and what is
 * new is told.
 */
class RestoredIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GreenMail smtp = new GreenMail(RunningNotification.anyPort());

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void after_the_database_was_lost_the_old_is_known_untold_again_and_the_new_is_told()
      throws Exception {
    smtp.start();
    try (RunningNotification service = start()) {
      service.send(TestDeviations.offTrack("share|2026-09"));
      awaitMails(service, 1);
      service.stop();

      try (RunningNotification emptied =
          service.another("--spring.mongodb.uri=" + TestMongo.embedded().uniqueDatabase())) {
        emptied.send(TestDeviations.missedDeliverable("lab|2025"));
        awaitMails(emptied, 2);
        assertThat(subjects().get(1)).startsWith("Ni doseženo: živi laboratorij");
        assertThat(outcomes(emptied)).containsExactly("OPENED SUPPRESSED");

        // Whoever was told that it began is told that it is over.
        emptied.send(TestDeviations.shareResolved("share|2026-09"));
        awaitMails(emptied, 3);
        assertThat(subjects().get(2)).startsWith("Odpravljeno: delež");
        assertThat(emptied.json("/v1/balance").at("/notifications/suppressed/READ_BEFORE").asInt())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void a_topic_that_is_shorter_than_the_database_knows_is_read_again() throws Exception {
    smtp.start();
    try (RunningNotification service = start()) {
      Deviation share = TestDeviations.offTrack("share|2026-09");
      service.send(share, share, share);
      awaitMails(service, 1);
      service.stop();
      service.emptyDeviations();
      service.run();
      service.send(share, TestDeviations.shareResolved("share|2026-09"));
      awaitMails(service, 2);

      assertThat(subjects().get(1)).startsWith("Odpravljeno: delež");
      assertThat(service.json("/v1/deviations").at("/items/0/state").asString())
          .isEqualTo("RESOLVED");
    }
  }

  /**
   * "no old mail sent again", though the reading again is cut short, or a second instance joins.
   */
  @Test
  void reading_again_may_be_cut_short() throws Exception {
    smtp.start();
    try (RunningNotification service = start()) {
      service.send(
          IntStream.range(0, 6)
              .mapToObj(n -> TestDeviations.offTrack(inOnePartition("share", n)))
              .toArray(Deviation[]::new));
      awaitReceived(service, 6);
      service.stop();
      int before = smtp.getReceivedMessages().length;

      try (RunningNotification emptied =
          service.another(
              "--spring.mongodb.uri=" + TestMongo.embedded().uniqueDatabase(),
              "--spring.kafka.consumer.max-poll-records=1")) {
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> received(emptied) > 0);
        emptied.restart();
        awaitReceived(emptied, 6);
        assertThat(emptied.json("/v1/balance").at("/notifications/suppressed/READ_BEFORE").asInt())
            .isEqualTo(6);
        assertThat(smtp.getReceivedMessages()).hasSize(before);
      }
    }
  }

  /** "every deviation has its mail" */
  @Test
  void a_topic_that_has_grown_again_to_where_it_was_is_read_from_where_the_group_stood()
      throws Exception {
    smtp.start();
    try (RunningNotification service = start()) {
      service.send(TestDeviations.offTrack(inOnePartition("share", 0)));
      awaitMails(service, 1);
      service.stop();
      service.emptyDeviations();
      service.makeDeviations();
      service.send(TestDeviations.missedDeliverable(inOnePartition("lab", 0)));
      service.run();
      awaitMails(service, 2);
      assertThat(subjects().get(1)).startsWith("Ni doseženo: živi laboratorij");
    }
  }

  @Test
  void what_a_shorter_topic_says_counts_after_a_restart_too() throws Exception {
    smtp.start();
    String share = inOnePartition("share", 0);
    Deviation lab = TestDeviations.missedDeliverable(inOnePartition("lab", 0));
    try (RunningNotification service = start()) {
      service.send(lab, lab, TestDeviations.offTrack(share));
      awaitReceived(service, 2);
      service.stop();
      service.emptyDeviations();
      service.run();
      service.send(TestDeviations.missedDeliverable(inOnePartition("lab", 1)));
      awaitReceived(service, 3);
      service.restart();
      service.send(TestDeviations.shareResolved(share));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          service
                              .json("/v1/deviations?indicator=" + TestCatalogue.SHARE)
                              .at("/items/0/state")
                              .asString())
                      .isEqualTo("RESOLVED"));
    }
  }

  @Test
  void what_lies_unsent_in_a_copy_is_taken_as_told_where_the_operator_says_until_when()
      throws Exception {
    try (RunningNotification service = start(1)) {
      service.send(TestDeviations.offTrack("share|2026-09"));
      await()
          .atMost(PATIENCE)
          .until(() -> service.json("/v1/balance").at("/notifications/pending").asInt() == 1);
      service.stop();

      smtp.start();
      try (RunningNotification copy =
          service.another(
              "--spring.mail.port=" + smtp.getSmtp().getPort(),
              "--kazalnik.notifications.told-until=" + Instant.now().plusSeconds(1))) {
        await()
            .atMost(PATIENCE)
            .until(() -> copy.json("/v1/balance").at("/notifications/pending").asInt() == 0);
        copy.send(TestDeviations.missedDeliverable("lab|2025"));
        awaitMails(copy, 1);
        assertThat(subjects().get(0)).startsWith("Ni doseženo: živi laboratorij");
        assertThat(outcomes(copy)).containsExactly("OPENED SUPPRESSED");
      }
    }
  }

  /** Ids of deviations whose records share a partition. */
  private static String inOnePartition(String name, int number) {
    return IntStream.iterate(0, n -> n + 1)
        .mapToObj(n -> name + "|" + n)
        .filter(id -> Math.floorMod(id.hashCode(), 12) == 5)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static int received(RunningNotification service) {
    return service.json("/v1/balance").at("/deviations/received").asInt();
  }

  private static void awaitReceived(RunningNotification service, int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(received(service)).isEqualTo(number);
              assertThat(service.json("/v1/balance").get("settled").asBoolean()).isTrue();
            });
  }

  private RunningNotification start() {
    return start(smtp.getSmtp().getPort());
  }

  private static RunningNotification start(int smtpPort) {
    RunningNotification service =
        RunningNotification.start(TestMongo.embedded().uniqueDatabase(), smtpPort);
    service.publish(TestCatalogue.lipa());
    return service;
  }

  private void awaitMails(RunningNotification service, int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(smtp.getReceivedMessages()).hasSize(number);
              JsonNode balance = service.json("/v1/balance");
              assertThat(balance.get("settled").asBoolean()).isTrue();
              assertThat(balance.at("/notifications/accepted").asInt()).isPositive();
            });
  }

  private List<String> subjects() throws Exception {
    List<String> subjects = new java.util.ArrayList<>();
    for (var each : Arrays.asList(smtp.getReceivedMessages())) {
      subjects.add(each.getSubject().replace('\u00a0', ' '));
    }
    return subjects;
  }

  private static List<String> outcomes(RunningNotification service) {
    return service
        .json("/v1/deviations?indicator=" + TestCatalogue.SHARE)
        .at("/items/0/notifications")
        .valueStream()
        .map(each -> each.get("kind").asString() + " " + each.get("outcome").asString())
        .toList();
  }
}
