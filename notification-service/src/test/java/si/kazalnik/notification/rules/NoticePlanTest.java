package si.kazalnik.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;

class NoticePlanTest {

  private final NoticePlan plan = new NoticePlan(TestCatalogue.lipa(), false);

  @Test
  void an_indicators_owner_is_told_that_it_opened() {
    assertThat(told(plan.of(TestDeviations.offTrack("a"), List.of())))
        .containsExactly("OPENED digitalisation OWNER");
  }

  /** "told to its `contact` and to each owner of an indicator that it holds up". */
  @Test
  void the_contact_and_each_owner_held_up_are_told_of_a_silent_provider() {
    assertThat(told(plan.of(TestDeviations.overdue("a"), List.of())))
        .containsExactly(
            "OPENED strategy-office CONTACT",
            "OPENED economy-office OWNER",
            "OPENED digitalisation OWNER");
  }

  /** "Targets marked `illustrative` mail the strategy office only". */
  @Test
  void of_an_illustrative_target_only_the_strategy_office_is_told() {
    NoticePlan strict = new NoticePlan(TestCatalogue.illustrative(), false);
    assertThat(told(strict.of(TestDeviations.offTrack("a"), List.of())))
        .containsExactly(
            "OPENED digitalisation OWNER ILLUSTRATIVE_TARGET", "OPENED strategy-office OFFICE");
  }

  /** "(the standalone mails everybody)". */
  @Test
  void of_an_illustrative_target_the_owner_is_told_where_that_is_switched_on() {
    NoticePlan all = new NoticePlan(TestCatalogue.illustrative(), true);
    assertThat(told(all.of(TestDeviations.offTrack("a"), List.of())))
        .containsExactly("OPENED digitalisation OWNER");
  }

  @Test
  void what_lies_in_an_older_period_is_recorded_and_told_to_nobody() {
    Deviation found = TestDeviations.over(TestDeviations.offTrack("a"), Deviation.State.SUPPRESSED);
    assertThat(told(plan.of(found, List.of())))
        .containsExactly("OPENED digitalisation OWNER NOT_LATEST_PERIOD");
  }

  @Test
  void what_was_kept_back_is_told_once_it_is_open_all_the_same() {
    Deviation open = TestDeviations.offTrack("a");
    Deviation kept = TestDeviations.over(open, Deviation.State.SUPPRESSED);
    assertThat(ids(plan.of(kept, List.of())))
        .doesNotContainAnyElementsOf(ids(plan.of(open, List.of())));
  }

  @Test
  void an_owner_kept_out_is_told_once_the_worst_cause_lies_on_a_target_of_the_city() {
    NoticePlan strict = new NoticePlan(TestCatalogue.illustrative(), false);
    Deviation open = TestDeviations.offTrack("a");
    List<Notice> made = new ArrayList<>(strict.of(open, List.of()));
    List<Notice> later = plan.of(open, made);
    assertThat(told(later)).containsExactly("OPENED digitalisation OWNER");
    assertThat(ids(later)).doesNotContainAnyElementsOf(ids(made));

    made.addAll(later);
    assertThat(told(plan.of(TestDeviations.over(open, Deviation.State.RESOLVED), made)))
        .containsExactly("RESOLVED strategy-office OFFICE", "RESOLVED digitalisation OWNER");
  }

  @Test
  void an_owner_who_was_told_is_not_recorded_as_kept_out_afterwards() {
    NoticePlan strict = new NoticePlan(TestCatalogue.illustrative(), false);
    Deviation open = TestDeviations.offTrack("a");
    assertThat(told(strict.of(open, plan.of(open, List.of()))))
        .containsExactly("OPENED strategy-office OFFICE");
  }

  @Test
  void the_end_is_told_to_those_who_were_told_of_the_beginning() {
    Deviation open = TestDeviations.overdue("a");
    List<Notice> made = plan.of(open, List.of());
    assertThat(told(plan.of(TestDeviations.over(open, Deviation.State.RESOLVED), made)))
        .containsExactly(
            "RESOLVED strategy-office CONTACT",
            "RESOLVED economy-office OWNER",
            "RESOLVED digitalisation OWNER");
    assertThat(told(plan.of(TestDeviations.over(open, Deviation.State.AMENDED), made)))
        .allMatch(each -> each.startsWith("AMENDED"))
        .hasSize(3);
  }

  @Test
  void the_end_is_not_told_to_those_who_were_kept_out() {
    NoticePlan strict = new NoticePlan(TestCatalogue.illustrative(), false);
    Deviation open = TestDeviations.offTrack("a");
    List<Notice> made = strict.of(open, List.of());
    assertThat(told(strict.of(TestDeviations.over(open, Deviation.State.RESOLVED), made)))
        .containsExactly("RESOLVED strategy-office OFFICE");
  }

  @Test
  void the_same_state_asks_for_the_same_notices() {
    Deviation open = TestDeviations.overdue("a");
    List<Notice> first = plan.of(open, List.of());
    assertThat(ids(plan.of(open, first))).isEqualTo(ids(first));
  }

  @Test
  void a_deviation_that_comes_back_is_told_anew_and_ends_anew() {
    Deviation open = TestDeviations.offTrack("a");
    Deviation back = TestDeviations.reopened(open);
    List<Notice> first = plan.of(open, List.of());
    List<Notice> again = plan.of(back, first);
    assertThat(ids(again)).doesNotContainAnyElementsOf(ids(first)).hasSize(1);

    Deviation over = TestDeviations.over(back, Deviation.State.RESOLVED);
    assertThat(plan.of(over, again)).extracting(Notice::occurrence).containsExactly(1);
  }

  @Test
  void what_was_over_before_it_was_read_is_recorded_and_told_to_nobody() {
    Deviation over = TestDeviations.over(TestDeviations.offTrack("a"), Deviation.State.RESOLVED);
    assertThat(told(plan.of(over, List.of())))
        .containsExactly("OPENED digitalisation OWNER OVER_BEFORE_READ");
  }

  private static List<String> told(List<Notice> notices) {
    return notices.stream()
        .map(
            each ->
                each.kind()
                    + " "
                    + each.role()
                    + " "
                    + each.capacity()
                    + (each.suppressed() == null ? "" : " " + each.suppressed()))
        .toList();
  }

  private static List<String> ids(List<Notice> notices) {
    return notices.stream().map(Notice::id).toList();
  }
}
