package si.kazalnik.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.History;
import si.kazalnik.benchmark.oracle.Oracle;
import si.kazalnik.benchmark.oracle.PeriodAnswer;
import si.kazalnik.benchmark.oracle.Revision;
import si.kazalnik.benchmark.oracle.Sent;
import si.kazalnik.benchmark.oracle.Step;

/** The load is worth playing: it meets every rule, and the oracle can follow it. */
class LoadTest {
  private final Set<String> met = new TreeSet<>();

  @Test
  void the_load_meets_every_code_status_verdict_and_cause(@TempDir Path folder) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      play(seed, Files.createDirectories(folder.resolve("seed-" + seed)));
    }
    assertThat(met)
        .contains(
            "TOO_LARGE",
            "MALFORMED",
            "UNKNOWN_TYPE",
            "SOURCE_MISMATCH",
            "BAD_REVISION",
            "UNKNOWN_SERIES",
            "NOT_YOUR_SERIES",
            "WRONG_UNIT",
            "NOT_A_NUMBER",
            "OUT_OF_RANGE",
            "BAD_TIME",
            "TOO_OLD",
            "UNKNOWN_DIMENSION",
            "UNKNOWN_DIMENSION_VALUE",
            "MISSING_DIMENSION",
            "MISSING_KEY",
            "UNKNOWN_SUBJECT",
            "NO_MEASUREMENTS",
            "MISSING_INPUT",
            "TOO_FEW",
            "DIVISION_BY_ZERO",
            "SUPPRESSED",
            "PROVISIONAL",
            "FINAL",
            "REVISED",
            "MET",
            "MISSED",
            "ON_TRACK",
            "AT_RISK",
            "OFF_TRACK",
            "NO_TARGET",
            "NOT_DUE",
            "NOT_EXPECTED",
            "FRESH",
            "DUE",
            "OVERDUE",
            "delivered late",
            "failing",
            "LATE",
            "COVERAGE",
            "CORRECTION",
            "WITHDRAWAL");
  }

  private void play(long seed, Path folder) throws IOException {
    new CatalogueGenerator(seed).write(folder, 20);
    Book book = Book.read(folder);
    EventGenerator generator = new EventGenerator(seed, book.zone());
    Oracle oracle = new Oracle(book);
    List<Instant> clock = generator.clock(Instant.parse("2024-02-12T08:30:00Z"), 6);
    for (Instant now : clock) {
      oracle.play(
          new Step(
              now,
              generator.events(now, 400).stream()
                  .map(each -> new Sent(each.provider(), each.value(), each.headers()))
                  .toList()));
    }

    int uncertain = 0;
    int periods = 0;
    for (Book.Indicator indicator : book.indicators()) {
      oracle.summaries(indicator).forEach(each -> met.add(each.dataHealth()));
      for (PeriodAnswer answer : oracle.periods(indicator).values()) {
        periods++;
        uncertain += answer.histories().size() > 1 ? 1 : 0;
        meet(answer);
      }
      indicator
          .cellValues()
          .forEach(cell -> oracle.cells(indicator, cell).values().forEach(this::meet));
    }
    oracle.counts().values().forEach(counts -> met.addAll(counts.codes.keySet()));
    System.out.println("seed " + seed + ": " + uncertain + " of " + periods + " uncertain; " + met);
    assertThat(uncertain).isLessThan(periods / 3);
  }

  private void meet(PeriodAnswer answer) {
    History history = answer.histories().iterator().next();
    for (Revision revision : history.revisions()) {
      met.add(String.valueOf(revision.published().reason()));
      met.add(String.valueOf(revision.published().performance()));
      met.add(revision.published().failing() == null ? "" : "failing");
      met.add(revision.published().deliveredLate() == null ? "" : "delivered late");
      met.add(history.status(revision));
      met.addAll(revision.causes());
    }
  }
}
