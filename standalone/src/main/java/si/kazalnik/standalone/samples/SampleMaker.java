package si.kazalnik.standalone.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.calendar.Frequency;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;

/**
 * Makes the sample measurements of a catalogue's series. What it makes for a period depends on the
 * rule, the period and the seed alone, never on when it is asked.
 */
final class SampleMaker {

  /** First day of what is invented. */
  static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  private static final long SEED = 2023_2027L;
  private static final int DAYS_TO_REPORT_A_PERIOD = 20;
  private static final LocalTime NOON = LocalTime.NOON;
  private static final int OPENS = 7 * 3600;
  private static final int OPEN_SECONDS = 12 * 3600;

  private final List<SampleRule> rules;
  private final Map<String, Series> series;
  private final Map<String, Provider> providers;
  private final ZoneId zone;

  SampleMaker(List<SampleRule> rules, Catalogue catalogue) {
    this.rules = rules;
    this.series =
        catalogue.series().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    this.providers =
        catalogue.providers().stream().collect(Collectors.toMap(Provider::id, Function.identity()));
    this.zone = catalogue.strategy().timeZone();
  }

  /** Those after one instant and up to another, in the order of time. */
  List<Sample> between(Instant after, Instant to) {
    List<Sample> samples = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (SampleRule rule : rules) {
      // Counted within the series, so that a rule for another one changes no id.
      int number = seen.merge(rule.series(), 1, Integer::sum);
      Series of = series.get(rule.series());
      if (of != null) {
        new Making(rule, of, Integer.toString(number), samples).make(after, to);
      }
    }
    samples.sort(Comparator.comparing(Sample::at).thenComparing(Sample::id));
    return samples;
  }

  /** One rule at work. */
  private final class Making {
    private final SampleRule rule;
    private final Series of;
    private final String name;
    private final List<Sample> samples;
    private final Provider provider;

    Making(SampleRule rule, Series of, String name, List<Sample> samples) {
      this.rule = rule;
      this.of = of;
      this.name = name;
      this.samples = samples;
      this.provider = Objects.requireNonNull(providers.get(of.provider()));
    }

    void make(Instant after, Instant to) {
      List<Sample> all = new ArrayList<>();
      Map<String, BigDecimal> facts = rule.facts();
      NavigableMap<Integer, Integer> perYear = rule.perYear();
      Frequency every = rule.every();
      if (facts != null) {
        facts.forEach((when, value) -> all.add(fact(when, value)));
      } else if (perYear != null) {
        perYear.forEach((year, count) -> inYear(year, count, all));
      } else if (every != null) {
        // A period's measurements may lie anywhere in it: begin with the one that holds `after`.
        LocalDate first = LocalDate.ofInstant(later(after, FIRST), zone);
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (ReportingPeriod p = every.containing(first); !p.start().isAfter(last); p = p.next()) {
          inPeriod(p, all);
        }
      }
      all.stream().filter(s -> s.at().isAfter(after) && !s.at().isAfter(to)).forEach(samples::add);
    }

    private Instant later(Instant instant, LocalDate day) {
      Instant start = day.atStartOfDay(zone).toInstant();
      return instant.isAfter(start) ? instant : start;
    }

    private Sample fact(String when, BigDecimal value) {
      ReportingPeriod period = ReportingPeriod.parse(when).orElseThrow();
      BigDecimal number = of.hasValue() ? value : null;
      String id = of.id() + "/" + name + "/" + when;
      if (of.period() != null) {
        Instant reported =
            period.end().plusDays(DAYS_TO_REPORT_A_PERIOD).atTime(NOON).atZone(zone).toInstant();
        return sample(id, reported, null, when, number, dimensions(random(when)), null);
      }
      OffsetDateTime at = period.start().atTime(NOON).atZone(zone).toOffsetDateTime();
      return sample(id, at.toInstant(), at, null, number, dimensions(random(when)), null);
    }

    private void inYear(int year, int count, List<Sample> all) {
      LocalDate start = LocalDate.of(year, 1, 1);
      for (int n = 0; n < count; n++) {
        SplittableRandom random = random(year + "-" + n);
        LocalDate day = workday(start.plusDays(random.nextInt(start.lengthOfYear())));
        if (!rule.allows(day)) {
          continue;
        }
        String key =
            rule.persons() == 0
                ? null
                : "p" + Long.toHexString(mix(year + "/" + random.nextInt(rule.persons())));
        OffsetDateTime at = opening(day, random);
        all.add(
            sample(
                of.id() + "/" + name + "/" + year + "-" + n,
                at.toInstant(),
                at,
                null,
                of.hasValue() ? Objects.requireNonNullElse(rule.value(), BigDecimal.ONE) : null,
                dimensions(random),
                key));
      }
    }

    private LocalDate workday(LocalDate day) {
      return switch (day.getDayOfWeek()) {
        case SATURDAY -> day.minusDays(1);
        case SUNDAY -> day.minusDays(2);
        default -> day;
      };
    }

    private void inPeriod(ReportingPeriod period, List<Sample> all) {
      String each = rule.each();
      if (each == null) {
        for (int n = 0; n < Math.max(1, rule.times()); n++) {
          inPeriod(period, Integer.toString(n), Map.of(), 1.0 / Math.max(1, rule.times()), all);
        }
        return;
      }
      List<String> values = values(each);
      for (String value : values) {
        // The same in every series, so that a part of something is nowhere more than the whole.
        double weight = 0.5 + new SplittableRandom(mix(value)).nextDouble();
        inPeriod(period, value, Map.of(each, value), weight / values.size(), all);
      }
    }

    private void inPeriod(
        ReportingPeriod period,
        String which,
        Map<String, String> more,
        double weight,
        List<Sample> all) {
      // Likewise the moment: in a period under way both have been measured, or neither.
      SplittableRandom moment = new SplittableRandom(mix(period + "/" + which));
      SplittableRandom random = random(period + "/" + which);
      LocalDate day =
          rule.stock()
              ? period.end()
              : period
                  .start()
                  .plusDays(
                      moment.nextLong(ChronoUnit.DAYS.between(period.start(), period.end()) + 1));
      if (!rule.allows(day)) {
        return;
      }
      Map<String, String> dimensions = dimensions(random);
      dimensions.putAll(more);
      String id = of.id() + "/" + name + "/" + period + "/" + which;
      BigDecimal value = of.hasValue() ? value(period.end(), weight, random) : null;
      if (of.period() != null) {
        Instant reported =
            period.end().plusDays(DAYS_TO_REPORT_A_PERIOD).atTime(NOON).atZone(zone).toInstant();
        all.add(sample(id, reported, null, period.toString(), value, dimensions, null));
      } else {
        OffsetDateTime at = opening(day, moment);
        all.add(sample(id, at.toInstant(), at, null, value, dimensions, null));
      }
    }

    private BigDecimal value(LocalDate day, double weight, SplittableRandom random) {
      double value = weight * YearLine.at(Objects.requireNonNull(rule.level()), day);
      NavigableMap<Integer, BigDecimal> share = rule.share();
      if (share != null) {
        double part = YearLine.at(share, day) / 100;
        value *= rule.rest() ? 1 - part : part;
      }
      value *= 1 + rule.noise() / 100 * (2 * random.nextDouble() - 1);
      BigDecimal rounded =
          BigDecimal.valueOf(value).setScale(rule.decimals(), RoundingMode.HALF_EVEN);
      return clamp(rounded);
    }

    private BigDecimal clamp(BigDecimal value) {
      BigDecimal least = of.min();
      BigDecimal most = of.max();
      BigDecimal atLeast = least == null ? value : value.max(least);
      return most == null ? atLeast : atLeast.min(most);
    }

    private Map<String, String> dimensions(SplittableRandom random) {
      Map<String, String> dimensions = new TreeMap<>();
      Map<String, String> fixed = rule.dimensions();
      if (fixed != null) {
        dimensions.putAll(fixed);
      }
      for (String name : Objects.requireNonNullElse(rule.pick(), List.<String>of())) {
        List<String> values = values(name);
        dimensions.put(name, values.get(random.nextInt(values.size())));
      }
      return dimensions;
    }

    private List<String> values(String dimension) {
      return of.dimensions().stream()
          .filter(d -> d.name().equals(dimension))
          .findFirst()
          .orElseThrow()
          .values();
    }

    private OffsetDateTime opening(LocalDate day, SplittableRandom random) {
      return day.atStartOfDay()
          .plusSeconds(OPENS + random.nextInt(OPEN_SECONDS))
          .atZone(zone)
          .toOffsetDateTime();
    }

    private SplittableRandom random(String of) {
      return new SplittableRandom(mix(this.of.id() + "/" + name + "/" + of));
    }

    private Sample sample(
        String id,
        Instant at,
        @Nullable OffsetDateTime observedAt,
        @Nullable String period,
        @Nullable BigDecimal value,
        Map<String, String> dimensions,
        @Nullable String key) {
      return new Sample(
          "sample/" + id,
          at,
          provider.id(),
          provider.sources().get(0),
          of.id(),
          rule.subject(),
          observedAt == null ? null : observedAt.toString(),
          period,
          value,
          of.unit(),
          dimensions,
          key);
    }
  }

  /** The seed mixed with a text (FNV-1a, 64 bits). */
  private static long mix(String text) {
    long hash = 0xcbf29ce484222325L ^ SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
