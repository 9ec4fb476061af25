package si.kazalnik.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.notification.kafka.DeviationCodec.Result.Sound;
import si.kazalnik.notification.kafka.DeviationCodec.Result.Unreadable;
import si.kazalnik.notification.mail.MailWords;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticePlan;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.wording.MailComposer;
import si.kazalnik.notification.wording.MailContent;
import si.kazalnik.notification.wording.Told;

/** A record of {@code deviations}, and the mail that comes of it. */
class DeviationCodecFuzzTest {

  /** Written by nobody but the fuzzer and its seeds; unescaped it would begin an element. */
  private static final String STRANGE = "<fuzz";

  private static final Instant NOW = Instant.parse("2026-10-22T05:00:00Z");

  private final Catalogue catalogue = TestCatalogue.lipa();
  private final MailComposer composer = new MailComposer("https://kazalnik.example");

  /** What holds up a partition holds up every mail: so it is sound to the end, or unreadable. */
  @FuzzTest
  void it_is_told_in_a_mail_or_kept_as_unreadable_with_the_reason(byte[] input) {
    DeviationCodec.Result result = DeviationCodec.read(input);
    if (result instanceof Unreadable unreadable) {
      assertThat(unreadable.reason()).isNotBlank();
      return;
    }
    Deviation deviation = ((Sound) result).deviation();
    assertThat(ContractJson.read(ContractJson.write(deviation), Deviation.class))
        .isEqualTo(deviation);
    List<Notice> notices = new NoticePlan(catalogue, false).of(deviation, List.of());
    // "with the same ids, however often it arrives"
    assertThat(notices.stream().map(Notice::id).toList())
        .containsAll(
            new NoticePlan(catalogue, false)
                .of(deviation, notices).stream().map(Notice::id).toList());
    for (Notice each : notices) {
      MailContent mail =
          composer.compose(
              catalogue, each.role(), List.of(new Told(each, deviation)), List.of(), NOW);
      assertThat(mail.subject()).isNotBlank().doesNotContain("\n", "\r");
      shown(MailWords.of(mail));
    }
  }

  /** "Untrusted text is escaped in pages, mails …". */
  private static void shown(MailWords mail) {
    assertThat(mail.html()).doesNotContainIgnoringCase(STRANGE);
    assertThat(mail.text())
        .matches(
            text -> text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
            "is lines of plain text")
        .isNotBlank();
  }
}
