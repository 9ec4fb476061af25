package si.kazalnik.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;
import si.kazalnik.notification.wording.MailComposer;
import si.kazalnik.notification.wording.MailContent;
import si.kazalnik.notification.wording.Told;

/**
 * Every kind of mail in both languages, word for word. With {@code -Dgolden.write=<folder>} the
 * mails are written there, text, HTML and pictures, to be looked at.
 */
class GoldenMailTest {

  private static final Instant SENT = Instant.parse("2026-10-22T05:00:00Z");
  private static final String URL = "https://kazalnik.example";

  private final MailComposer composer = new MailComposer(URL);

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void an_indicator_off_its_path(String language) throws IOException {
    check(language, "off-track", opened(TestDeviations.offTrack("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_quota_missed(String language) throws IOException {
    check(language, "missed-quota", opened(TestDeviations.missedQuota("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_deliverable_missed(String language) throws IOException {
    check(language, "missed-deliverable", opened(TestDeviations.missedDeliverable("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void subjects_that_fail_one_by_one_are_named(String language) throws IOException {
    check(language, "failing", opened(TestDeviations.failing("a", "Kultura", "Šport")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_silent_provider(String language) throws IOException {
    check(language, "overdue", opened(TestDeviations.overdue("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void several_deviations_in_one_mail_the_worst_first(String language) throws IOException {
    check(
        language,
        "several",
        opened(TestDeviations.offTrack("a")),
        opened(TestDeviations.overdue("b")),
        opened(TestDeviations.missedQuota("c")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_path_reached_again(String language) throws IOException {
    check(language, "resolved", told(NoticeKind.RESOLVED, TestDeviations.shareResolved("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_deliverable_delivered_late(String language) throws IOException {
    Deviation over =
        TestDeviations.over(TestDeviations.missedDeliverable("a"), Deviation.State.RESOLVED);
    check(language, "resolved-late", told(NoticeKind.RESOLVED, over));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_provider_that_speaks_again(String language) throws IOException {
    Deviation over = TestDeviations.over(TestDeviations.overdue("a"), Deviation.State.RESOLVED);
    check(language, "resolved-provider", told(NoticeKind.RESOLVED, over));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_correction_that_takes_a_deviation_back(String language) throws IOException {
    Deviation over = TestDeviations.over(TestDeviations.offTrack("a"), Deviation.State.AMENDED);
    check(language, "amended", told(NoticeKind.AMENDED, over));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void mail_that_could_not_be_delivered(String language) throws IOException {
    Notice notice =
        Notice.undeliverable(
            TestCatalogue.OFFICE,
            new Notice.Undeliverable(
                TestCatalogue.DIGITALISATION, "gone@example.si", SENT, "550 5.1.1 no such user"));
    check(language, "undeliverable", new Told(notice, null));
  }

  /** Otherwise one such mail would hold up all mail of its role. */
  @ParameterizedTest
  @ValueSource(strings = {"sl", "en"})
  void a_deviation_is_told_although_the_catalogue_judges_its_indicator_no_more(String language) {
    String role = language.equals("sl") ? TestCatalogue.DIGITALISATION : TestCatalogue.ECONOMY;
    List<Told> told =
        List.of(opened(TestDeviations.offTrack("a")), opened(TestDeviations.missedQuota("b")));
    assertThat(sentences(TestCatalogue.unjudged(), role, told))
        .isEqualTo(sentences(TestCatalogue.lipa(), role, told));
  }

  private List<String> sentences(Catalogue catalogue, String role, List<Told> told) {
    return composer
        .compose(catalogue, role, told, List.of(TestCatalogue.OFFICE), SENT)
        .sections()
        .stream()
        .map(MailContent.Section::sentence)
        .toList();
  }

  private void check(String language, String name, Told... told) throws IOException {
    String role = language.equals("sl") ? TestCatalogue.DIGITALISATION : TestCatalogue.ECONOMY;
    Catalogue catalogue = TestCatalogue.illustrative();
    MailContent content =
        composer.compose(catalogue, role, List.of(told), List.of(TestCatalogue.OFFICE), SENT);
    RenderedMail mail = RenderedMail.of(content);
    String text = "Subject: " + mail.subject() + "\n\n" + mail.text();

    write(language + "-" + name, mail, text);
    assertThat(text).isEqualTo(golden(language + "-" + name + ".txt"));
    assertThat(mail.html()).contains(">" + escaped(content.sections().get(0).sentence()) + "<");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;");
  }

  private static Told opened(Deviation deviation) {
    return told(NoticeKind.OPENED, deviation);
  }

  private static Told told(NoticeKind kind, Deviation deviation) {
    Notice notice =
        new Notice(
            kind,
            deviation.id(),
            0,
            TestCatalogue.DIGITALISATION,
            Notice.Capacity.OWNER,
            null,
            null);
    return new Told(notice, deviation);
  }

  private static String golden(String name) throws IOException {
    try (InputStream stream = GoldenMailTest.class.getResourceAsStream("/golden/" + name)) {
      return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(String name, RenderedMail mail, String text) throws IOException {
    String folder = System.getProperty("golden.write", "");
    if (folder.isEmpty()) {
      return;
    }
    Path to = Files.createDirectories(Path.of(folder));
    Files.writeString(to.resolve(name + ".txt"), text);
    String html = mail.html();
    for (Map.Entry<String, byte[]> picture : mail.pictures().entrySet()) {
      String file = name + "-" + picture.getKey() + ".png";
      Files.write(to.resolve(file), Objects.requireNonNull(picture.getValue()));
      html = html.replace("cid:" + picture.getKey(), file);
    }
    Files.writeString(to.resolve(name + ".html"), html);
  }
}
