package si.kazalnik.benchmark.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Moments that are likely to be handled wrongly, among ordinary ones. */
final class Times {
  private final Dice dice;
  private final ZoneId zone;

  Times(Dice dice, ZoneId zone) {
    this.dice = dice;
    this.zone = zone;
  }

  /** A moment at most 20 hours after the clock. */
  Instant moment(Instant now) {
    int kind = dice.below(100);
    Instant moment =
        kind < 50
            ? now.minusSeconds(dice.below(40 * 86_400))
            : kind < 75
                ? now.minusSeconds(dice.below(86_400 * 365))
                : kind < 80
                    ? Instant.parse("2022-03-01T00:00:00Z").plusSeconds(dice.below(86_400 * 300))
                    : kind < 95 ? edge(now) : now.plusSeconds(dice.below(20 * 3_600));
    return moment.isAfter(now.plus(Duration.ofHours(20))) ? now.minusSeconds(60) : moment;
  }

  private Instant edge(Instant now) {
    YearMonth month = YearMonth.from(now.atZone(zone)).minusMonths(dice.below(14));
    LocalDate day =
        dice.any(
            month.atDay(1),
            month.atEndOfMonth(),
            LocalDate.of(month.getYear(), 1, 1),
            LocalDate.of(month.getYear(), 3, 31),
            LocalDate.of(month.getYear(), 10, 27));
    Instant midnight = day.atStartOfDay(zone).toInstant();
    return midnight
        .plusSeconds(dice.any(0, -1, 1, 3_600, 7_200, 9_000, 86_399))
        .plusMillis(dice.any(0, 0, 1, 999));
  }

  String written(Instant moment) {
    ZoneOffset offset =
        dice.any(
            ZoneOffset.UTC,
            ZoneOffset.UTC,
            ZoneOffset.ofHours(1),
            ZoneOffset.ofHours(2),
            ZoneOffset.ofHours(-8),
            ZoneOffset.ofHoursMinutes(5, 30));
    return "\""
        + java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            moment.truncatedTo(ChronoUnit.MILLIS).atOffset(offset))
        + "\"";
  }

  /** A clock that moves now a little, now by months, now exactly onto a midnight. */
  List<Instant> clock(Instant start, int steps) {
    List<Instant> clock = new ArrayList<>();
    Instant now = start;
    for (int i = 0; i < steps; i++) {
      clock.add(now);
      LocalDate today = now.atZone(zone).toLocalDate();
      now =
          switch (dice.below(8)) {
            case 0 -> now.plusSeconds(dice.between(1, 50));
            case 1 -> now.plusSeconds(dice.between(3_600, 90_000));
            case 2 -> midnight(YearMonth.from(today).plusMonths(1).atDay(1));
            case 3 -> midnight(YearMonth.from(today).plusMonths(1).atDay(16));
            case 4 -> midnight(today.plusDays(1)).minusSeconds(1);
            case 5 ->
                midnight(LocalDate.of(today.getYear() + 1, 1, 1)).plusSeconds(dice.any(0, 30));
            default -> now.plus(Duration.ofDays(dice.between(20, 110)));
          };
      if (now.isAfter(Instant.parse("2026-12-01T00:00:00Z"))) {
        now = clock.get(i).plusSeconds(dice.between(1, 100_000));
      }
    }
    return clock;
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
