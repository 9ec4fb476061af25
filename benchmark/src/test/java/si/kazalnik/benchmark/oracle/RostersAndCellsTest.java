package si.kazalnik.benchmark.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the worked examples leave out, so that the oracle is held to it. */
class RostersAndCellsTest {
  private static final String HEAD =
      """
      strategy: {id: s, from: 2025-01-01, to: 2028-12-31, timeZone: Europe/Ljubljana}
      providers: [{id: p, sources: ['urn:p']}]
      series:
        - {id: schools, provider: p, unit: items, range: {min: 0}, roster: [north, south]}
        - {id: apps, provider: p, unit: items, dimensions: {part: {values: [a, b, c]}}}
      indicators:
      """;

  private final Path folder;
  private int number;

  RostersAndCellsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** "working days skip weekends and the country's work-free holidays". */
  @Test
  void working_days_skip_easter_monday_new_year_and_the_day_after_the_floods() {
    assertThat(Holidays.after(LocalDate.of(2023, 8, 11), 1)).isEqualTo("2023-08-16");
    assertThat(Holidays.after(LocalDate.of(2024, 3, 29), 1)).isEqualTo("2024-04-02");
    assertThat(Holidays.after(LocalDate.of(2024, 12, 31), 1)).isEqualTo("2025-01-03");
    assertThat(Holidays.after(LocalDate.of(2025, 4, 24), 5)).isEqualTo("2025-05-05");
  }

  /** "nearest rank: the ⌈p·n/100⌉-th". */
  @Test
  void a_percentile_is_one_of_the_values() throws IOException {
    Oracle oracle = oracle(indicator("aggregate: PERCENTILE(90), atLeast: 10", "apps", ""));
    Sent[] ten = new Sent[10];
    for (int i = 0; i < 10; i++) {
      ten[i] = part("a", "2025-01-10T10:00:00Z", "" + (i + 1));
    }
    oracle.play(step("2025-03-01T12:00:00Z", ten));
    assertThat(oracle.periods(first(oracle)).get("2025-01"))
        .satisfies(each -> assertThat(last(each).published().value()).isEqualByComparingTo("9"));
    assertThat(published(oracle, "2025-02").reason()).isEqualTo("NO_MEASUREMENTS");
  }

  /** "the verdict is the worst one's; the failing are named"; "COVERAGE (a roster completed)". */
  @Test
  void a_roster_is_judged_when_it_is_complete() throws IOException {
    Oracle oracle =
        oracle(
            indicator(
                "aggregate: SUM",
                "schools",
                "target: {everyPeriod: {value: 5}, forEach: {subjects: roster}}"));
    oracle.play(step("2025-02-03T12:00:00Z", subject("north", "2025-01-10T10:00:00Z", "7")));
    Published half = published(oracle, "2025-01");
    assertThat(half.coverage()).isEqualTo(new Published.Coverage(1, 2, List.of("south")));
    assertThat(half.performance()).isNull();

    oracle.play(step("2025-02-04T12:00:00Z", completed("south", "2025-01")));
    Published whole = published(oracle, "2025-01");
    assertThat(whole.performance()).isEqualTo("MISSED");
    assertThat(whole.failing()).containsExactly("south");
    Revision revision = last(oracle.periods(first(oracle)).get("2025-01"));
    assertThat(revision.causes()).containsExactly("COVERAGE");
  }

  /** "a subject's nil return is its 0 where sums have one, else it fails". */
  @Test
  void a_stock_is_carried_into_the_value_and_not_into_a_nil_return() throws IOException {
    Oracle oracle =
        oracle(
            indicator(
                "aggregate: LAST, carryForward: {periods: 1}",
                "schools",
                "target: {everyPeriod: {value: 5}, forEach: {subjects: roster}}"));
    oracle.play(
        step(
            "2025-03-03T12:00:00Z",
            subject("north", "2025-01-10T10:00:00Z", "7"),
            subject("south", "2025-01-10T10:00:00Z", "8"),
            subject("north", "2025-02-10T10:00:00Z", "9"),
            completed("south", "2025-02")));

    assertThat(published(oracle, "2025-01").performance()).isEqualTo("MET");
    Published february = published(oracle, "2025-02");
    assertThat(february.value()).isEqualByComparingTo("17");
    assertThat(february.performance()).isEqualTo("MISSED");
    assertThat(february.failing()).containsExactly("south");
  }

  /** "until the suppressed are at least two and hold at least 3 × smallestCell together". */
  @Test
  void small_cells_take_others_with_them() throws IOException {
    Oracle oracle =
        oracle(
            indicator(
                "aggregate: SUM",
                "apps",
                "target: none, disaggregateBy: part, smallestCell: {input: x, value: 3}"));
    oracle.play(
        step(
            "2025-04-03T12:00:00Z",
            part("a", "2025-01-10T10:00:00Z", "2"),
            part("b", "2025-01-10T10:00:00Z", "7"),
            part("c", "2025-01-10T10:00:00Z", "20"),
            part("a", "2025-02-10T10:00:00Z", "2"),
            part("b", "2025-02-10T10:00:00Z", "6"),
            part("c", "2025-02-10T10:00:00Z", "20"),
            part("a", "2025-03-10T10:00:00Z", "3"),
            part("b", "2025-03-10T10:00:00Z", "3"),
            part("c", "2025-03-10T10:00:00Z", "3")));
    assertThat(shown(oracle, "2025-01")).containsExactly("c");
    assertThat(shown(oracle, "2025-02")).isEmpty();
    assertThat(shown(oracle, "2025-03")).containsExactly("a", "b", "c");
  }

  /**
   * "grown by less than smallestCell, but not 0, since the last period … in which it was shown".
   */
  @Test
  void a_cumulative_cell_does_not_tell_a_small_growth() throws IOException {
    Oracle oracle =
        oracle(
            indicator(
                "aggregate: SUM, window: YEAR_TO_DATE",
                "apps",
                "target: none, disaggregateBy: part, smallestCell: {input: x, value: 3}"));
    oracle.play(
        step(
            "2025-05-03T12:00:00Z",
            part("a", "2025-01-10T10:00:00Z", "10"),
            part("b", "2025-01-10T10:00:00Z", "10"),
            part("c", "2025-01-10T10:00:00Z", "10"),
            part("c", "2025-02-10T10:00:00Z", "2"),
            part("c", "2025-03-10T10:00:00Z", "1")));
    assertThat(shown(oracle, "2025-01")).containsExactly("a", "b", "c");
    assertThat(shown(oracle, "2025-02")).containsExactly("b");
    assertThat(shown(oracle, "2025-03")).containsExactly("a", "b", "c");
  }

  private static String indicator(String input, String series, String rest) {
    return "  - {id: i, unit: items, decimals: 0, polarity: HIGHER, inputs: {x: {series: "
        + series
        + ", "
        + input
        + "}}, reporting: {frequency: MONTH}, "
        + (rest.isEmpty() ? "target: none" : rest)
        + "}\n";
  }

  private static Book.Indicator first(Oracle oracle) {
    return oracle.book().indicators().get(0);
  }

  private static List<String> shown(Oracle oracle, String period) {
    return first(oracle).cellValues().stream()
        .filter(
            cell ->
                last(oracle.cells(first(oracle), cell).get(period)).published().reason() == null)
        .toList();
  }

  private static Published published(Oracle oracle, String period) {
    return last(oracle.periods(first(oracle)).get(period)).published();
  }

  private static Revision last(@org.jspecify.annotations.Nullable PeriodAnswer answer) {
    return Objects.requireNonNull(
        Objects.requireNonNull(answer).histories().iterator().next().last());
  }

  private Oracle oracle(String indicator) throws IOException {
    Files.writeString(folder.resolve("c.yaml"), HEAD + indicator);
    return new Oracle(Book.read(folder));
  }

  private static Step step(String now, Sent... events) {
    return new Step(Instant.parse(now), List.of(events));
  }

  private Sent part(String part, String at, String value) {
    return sent(
        "measurement.recorded",
        "\"series\":\"apps\",\"dimensions\":{\"part\":\"%s\"},\"observedAt\":\"%s\",\"value\":%s"
            .formatted(part, at, value));
  }

  private Sent subject(String subject, String at, String value) {
    return sent(
        "measurement.recorded",
        "\"series\":\"schools\",\"subject\":\"%s\",\"observedAt\":\"%s\",\"value\":%s"
            .formatted(subject, at, value));
  }

  private Sent completed(String subject, String period) {
    return sent(
        "period.completed",
        "\"series\":\"schools\",\"subject\":\"%s\",\"period\":\"%s\"".formatted(subject, period));
  }

  private Sent sent(String type, String data) {
    return new Sent(
        "p",
        "{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"urn:p\",\"type\":\"si.kazalnik.%s.v1\",\"data\":{%s}}"
            .formatted(number++, type, data),
        Map.of());
  }
}
