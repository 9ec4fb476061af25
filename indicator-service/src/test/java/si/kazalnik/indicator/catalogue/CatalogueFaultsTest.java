package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

class CatalogueFaultsTest {

  private static final String S = "strategy.yaml";
  private static final String P = "providers.yaml";
  private static final String I = "indicators.yaml";

  /** One passage of the example replaced, and what must be said of it, once. */
  record Wrong(String file, String passage, String replacement, String says) {
    @Override
    public String toString() {
      return says;
    }
  }

  private static Wrong w(String file, String passage, String replacement, String says) {
    return new Wrong(file, passage, replacement, says);
  }

  static Stream<Wrong> form() {
    return Stream.of(
        w(
            I,
            "reporting: {frequency: MONTH,",
            "reporting: {fequency: MONTH, frequency: MONTH,",
            "unknown key `fequency` of `reporting`; did you mean `frequency`?"),
        w(
            I,
            "    unit: percent\n",
            "",
            "missing key `unit` of the indicator `digital-applications-share`"),
        w(I, "    unit: percent\n", "    unit: percent\n    unit: share\n", "the key `unit`"),
        w(
            I,
            "decimals: 1",
            "decimals: one",
            "`decimals` must be a whole number from 0 to 12, not `one`"),
        w(I, "decimals: 1", "decimals: \"1\"", "`decimals` must be a whole number"),
        w(
            I,
            "metricCells: true",
            "metricCells: yes",
            "`metricCells` must be true or false, not `yes`"),
        w(
            I,
            "polarity: LOWER",
            "polarity: LOVER",
            "`polarity` is `LOVER`; allowed are HIGHER, LOWER, IN_RANGE, NONE; did you mean `LOWER`?"),
        w(I, "value: 21,", "value: 1e999999999,", "`value` must be a number"),
        w(I, "value: 21,", "value: 1.1234567890123,", "`value` must be a number"),
        w(
            I,
            "title: {sl: Čas odgovora (90. centil), en: Reply time (90th percentile)}",
            "title: {sl: Čas}",
            "the text `title` is missing in the language `en`"),
        w(
            I,
            "title: {sl: Čas odgovora (90. centil), en: Reply time (90th percentile)}",
            "title: {sl: Čas, en: Time, de: Zeit}",
            "unknown key `de` of the text `title`"),
        w(
            I,
            "title: {sl: Čas odgovora (90. centil), en: Reply time (90th percentile)}",
            "title: Reply time",
            "`title` must be a mapping"),
        w(
            I,
            "- id: reply-time ",
            "- id: Reply_Time ",
            "the id `Reply_Time` may hold lower-case letters"),
        w(
            I,
            "- id: living-lab ",
            "- id: reply-time ",
            "the id `reply-time` of indicator is taken already in indicators.yaml line 28"),
        w(
            P,
            "- id: stations.bikes",
            "- id: refurbished.units",
            "the id `refurbished.units` of series is taken already in providers.yaml"),
        w(P, "separator: \";\"", "separator: ~", "`separator` must be one character"),
        w(I, "consecutive: 2", "consecutive: 0", "`consecutive` must be a whole number from 1"),
        w(I, "tolerance: 5%", "tolerance: 5%%", "`5%%` is no tolerance"),
        w(I, "tolerance: 5%", "tolerance: -1", "`tolerance` can't be below 0"),
        w(
            I,
            "remindBefore: {months: 3}",
            "remindBefore: {years: 3}",
            "unknown key `years` of `remindBefore`"),
        w(
            I,
            "dueAfter: {days: 31}",
            "dueAfter: {days: 31, months: 1}",
            "`dueAfter` must have exactly one of days, months, years; it has days, months"),
        w(
            I,
            "dueAfter: {months: 1}",
            "dueAfter: {months: 1, working: true}",
            "`working` counts days"),
        w(
            I,
            "dueAfter: {days: 15, working: true}",
            "dueAfter: {days: 15, working: []}",
            "`working` must be true or false"),
        w(
            I,
            "source: https://example.org/strategy",
            "source: example.org",
            "`source` must be an address"),
        w(
            I,
            "only: even-years",
            "only: even",
            "`only` is `even`; allowed are even-years, odd-years"),
        w(
            S,
            "from: 2024-01-01 ",
            "from: 2024-02-30 ",
            "`from` is `2024-02-30`, and there is no such day"),
        w(
            S,
            "from: 2024-01-01 ",
            "from: 1. 1. 2024 ",
            "`from` must be a day such as 2026-01-31, not `1. 1. 2024`"),
        w(
            S,
            "to: 2028-12-31",
            "to: 2023-12-31",
            "the strategy ends on 2023-12-31, before it begins"),
        w(
            S,
            "timeZone: Europe/Ljubljana",
            "timeZone: Europe/Lubljana",
            "there is no time zone `Europe/Lubljana`; did you mean `Europe/Ljubljana`?"),
        w(S, "holidays: SI", "holidays: SLO", "`SLO` is no country code"),
        w(
            S,
            "languages: [sl, en] ",
            "languages: [sl, en, slovene!] ",
            "`slovene!` is no language code"),
        w(S, "link: https://example.org/refurbishing", "link: www", "`link` must be an address"),
        w(S, "date: 2024-03-15", "date: March", "`date` must be a day"),
        w(P, "encoding: UTF-8", "encoding: UTF-9", "the encoding `UTF-9` is not known"),
        w(P, "separator: \";\"", "separator: \";;\"", "`separator` must be one character"),
        w(P, "separator: \";\"", "separator: ~", "`separator` must be one character"),
        w(
            P,
            "separator: \";\"",
            "separator: \",\"",
            "`separator` and `decimal` of `csv` are both `,`"),
        w(
            P,
            "range: {min: 0, max: 100000} ",
            "range: {min: 5, max: 1} ",
            "`min` of `range` is above its `max`"),
        w(
            P,
            "roster: [finance, culture, environment]",
            "roster: [finance, finance]",
            "the subject `finance` stands already"),
        w(P, "acceptFor: {years: 3}", "acceptFor: 3 years", "`acceptFor` must be a mapping"),
        w(
            P,
            "keep: [quantiles]",
            "keep: [quantile]",
            "`keep` is `quantile`; allowed are distinct, quantiles; did you mean `quantiles`?"),
        w(P, "values: [digital, paper, kiosk]", "values: []", "needs at least one value"),
        w(
            P,
            "value: NONE      ",
            "value: none      ",
            "`value` is `none`; allowed are NONE; did you mean `NONE`?"),
        w(
            P,
            "title: {sl: Oddane vloge, en: Submitted applications}",
            "title: {sl: Vloge, ki so oddane, en: Submitted applications}",
            "inside { } a text with a comma needs quotation marks"),
        w(
            P,
            "title: {sl: Oddane vloge, en: Submitted applications}",
            "title: !!binary {sl: a, en: b}",
            "has no meaning here"));
  }

  static Stream<Wrong> references() {
    return Stream.of(
        w(
            S,
            "office: strategy-office",
            "office: strategy-ofice",
            "there is no owner `strategy-ofice`; did you mean `strategy-office`?"),
        w(
            S,
            "language: en, escalation: strategy-office",
            "language: en, escalation: economy-office",
            "escalates itself"),
        w(S, "language: en, ", "language: de, ", "`de` is no language of the strategy"),
        w(
            S,
            "measures: [refurbishing]",
            "measures: [refurbish]",
            "there is no measure `refurbish`"),
        w(P, "contact: digitalisation ", "contact: digital ", "there is no owner `digital`"),
        w(
            P,
            "[urn:lipa:provider:ngo]",
            "[urn:lipa:provider:jhl-it]",
            "belongs to a provider already, in providers.yaml line 4"),
        w(P, "[urn:lipa:provider:ngo]", "[\"a|b\"]", "the source `a|b` is no URI"),
        w(
            P,
            "    provider: ngo\n    title: {sl: Obnovljene",
            "    provider: ngos\n    title: {sl: Obnovljene",
            "there is no provider `ngos`; did you mean `ngo`?"),
        w(
            I,
            "measures: [one-stop]",
            "measures: [one-shop]",
            "there is no measure `one-shop`; did you mean `one-stop`?"),
        w(I, "measures: [one-stop]", "measures: []", "needs at least one measure"),
        w(
            I,
            "owner: digitalisation",
            "owner: digitalization",
            "there is no owner `digitalization`; did you mean `digitalisation`?"),
        w(
            I,
            "{series: refurbished.units,",
            "{series: refurbished.unit,",
            "there is no series `refurbished.unit`; did you mean `refurbished.units`?"),
        w(
            I,
            "where: {channel: digital}",
            "where: {chanel: digital}",
            "`chanel` is not a dimension of `e-services.applications`, which has channel, district; did you mean `channel`?"),
        w(
            I,
            "where: {channel: digital}",
            "where: {channel: digitl}",
            "`digitl` is not a value of the dimension `channel`, which has digital, paper, kiosk; did you mean `digital`?"),
        w(
            I,
            "event: surveys.published,",
            "event: surveys.publish,",
            "there is no series `surveys.publish`"),
        w(I, "event: surveys.published,", "", "missing key `event`"),
        w(
            I,
            "disaggregateBy: district",
            "disaggregateBy: channels",
            "has the dimensions channel, district; did you mean `channel`?"),
        w(
            I,
            "smallestCell: {input: all,",
            "smallestCell: {input: al,",
            "`smallestCell` names the input `al`, and there are all, digital; did you mean `all`?"),
        w(
            I,
            "    disaggregateBy: district\n    smallestCell: {input: all, value: 10}",
            "    smallestCell: {input: all, value: 10}\n    x: 1",
            "`smallestCell` needs `disaggregateBy`"));
  }

  static Stream<Wrong> inputsAndFormulas() {
    return Stream.of(
        w(
            I,
            "aggregate: PERCENTILE(90)",
            "aggregate: PERCENTILE(0)",
            "a percentile is from 1 to 100"),
        w(I, "aggregate: PERCENTILE(90)", "aggregate: PERCENTILE", "must say which"),
        w(
            I,
            "aggregate: MEAN",
            "aggregate: AVERAGE",
            "`aggregate` is `AVERAGE`; allowed are SUM, COUNT"),
        w(I, "window: ROLLING(12)", "window: ROLLING(0)", "a rolling window is from 1"),
        w(
            I,
            "window: ROLLING(12)",
            "window: ROLING(12)",
            "`window` is `ROLING(12)`; allowed are PERIOD"),
        w(
            I,
            "aggregate: MEAN, atLeast: 3",
            "aggregate: MEAN, atLeast: 0",
            "`atLeast` must be a whole number from 1"),
        w(
            I,
            "aggregate: MEAN, ",
            "aggregate: EXISTS, ",
            "EXISTS can't be with polarity IN_RANGE: silence would count as success"),
        w(
            I,
            "aggregate: PERCENTILE(90), atLeast: 5",
            "aggregate: EXISTS",
            "EXISTS can't be with polarity LOWER: silence would count as success"),
        w(
            I,
            "aggregate: MEAN, ",
            "aggregate: MEAN, across: SUM, ",
            "`across` is for LAST, not for MEAN"),
        w(
            I,
            "aggregate: MEAN, ",
            "aggregate: MEAN, whenEmpty: ZERO, ",
            "`whenEmpty: ZERO` is for SUM, COUNT and DISTINCT, not for MEAN"),
        w(
            I,
            "aggregate: MEAN, ",
            "aggregate: MEAN, carryForward: {periods: 1}, ",
            "`carryForward` is for LAST with `window: PERIOD`"),
        w(
            I,
            "aggregate: LAST, across: SUM,",
            "aggregate: LAST, window: SINCE_START,",
            "`carryForward` is for LAST with `window: PERIOD`"),
        w(
            I,
            "{series: living-lab.opened, aggregate: EXISTS,",
            "{series: living-lab.opened, aggregate: SUM,",
            "`living-lab.opened` has `value: NONE`, so that only COUNT and EXISTS may use it, not SUM"),
        w(
            I,
            "{series: surveys.analysed, aggregate: EXISTS}",
            "{series: surveys.analysed, aggregate: EXISTS, window: PERIOD}",
            "`window` can't be with ON_EVENT"),
        w(
            I,
            "reporting: {frequency: YEAR, only: even-years,",
            "reporting: {frequency: QUARTER, only: even-years,",
            "`surveys.reported` is fed by whole periods (YEAR), coarser than the indicator reports (QUARTER)"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: 100 * digtal / all",
            "the formula's `digtal` is not an input; there are all, digital; did you mean `digital`?"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: 100 * digital / (all",
            "can't be read at character"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: digital ^ 2 / all",
            "the formula's `^` is not allowed"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: sqrt(digital) / all",
            "can't be read at character"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: / digital all",
            "can't be computed: `/` at character 1 stands where an input or a number is expected"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: 1e3 * digital / all",
            "write the formula's number `1e3` plainly"),
        w(
            I,
            "formula: 100 * digital / all",
            "formula: 0x1F * digital / all",
            "write the formula's number"),
        w(
            I,
            "    formula: 100 * digital / all\n",
            "",
            "with several inputs (all, digital) there must be a `formula`"),
        w(I, "inputs: {bikes: {", "inputs: {max: {", "`max` can't name an input"));
  }

  static Stream<Wrong> targetsAndChanges() {
    String path =
        "target: {path: [{period: 2024, low: 5, high: 12}, {period: 2028, low: 6, high: 10}], interpolate: STEP}";
    return Stream.of(
        w(
            I,
            "    target: {everyPeriod: {value: 12}}\n",
            "",
            "missing key `target` of the indicator `reply-time`"),
        w(
            I,
            "target: {everyPeriod: {value: 12}}",
            "target: {everyPeriod: {value: 12}, path: []}",
            "exactly one of `everyPeriod` and `path`"),
        w(
            I,
            "target: {everyPeriod: {value: 12}}",
            "target: {everyPeriod: {low: 1, value: 12}}",
            "`low` is for polarity IN_RANGE"),
        w(
            I,
            "target: {everyPeriod: {value: 12}}",
            "target: nothing",
            "`target` is `nothing`; allowed are none"),
        w(
            I,
            "target: {everyPeriod: {value: 12}}",
            "target: {everyPeriod: {value: 12, per: MONTH}}",
            "`per` MONTH is finer than the indicator reports: QUARTER"),
        w(I, path, path.replace("low: 5", "low: 15"), "`low` is above `high`"),
        w(
            I,
            path,
            path.replace("low: 5, high: 12", "value: 5"),
            "polarity IN_RANGE has `low` and `high`"),
        w(I, path, path.replace("2028", "2023"), "the points of `path` must be in order"),
        w(I, path, "target: {path: []}", "`path` needs at least one point"),
        w(
            I,
            "    target: none\n",
            "    target: {everyPeriod: {value: 1}}\n",
            "polarity NONE says that nothing is better; write `target: none`"),
        w(
            I,
            "baseline: {period: 2023,",
            "baseline: {period: 2026,",
            "the baseline ends on 2026-12-31, after the first point"),
        w(I, "baseline: {period: 2023,", "baseline: {period: 2023-13,", "`2023-13` is no period"),
        w(
            I,
            "target: {path: [{period: 2025, value: 1}], interpolate: NONE, after: HOLD}",
            "target: {path: [{period: 2025, value: 1}], interpolate: LINEAR}",
            "LINEAR needs a point to begin the line"),
        w(
            I,
            "target: {path: [{period: 2025, value: 1}], interpolate: NONE,",
            "target: {path: [{period: 2025-06, value: 1}], interpolate: NONE,",
            "no due period of the indicator ends on 2025-06-30, the last day of this point, so that it could not be judged; the next one ends on 2025-12-31"),
        w(
            I,
            "target: {everyPeriod: {value: 1}, forEach: {subjects: roster}}",
            "target: {everyPeriod: {value: 1}, forEach: {subjects: all}}",
            "`subjects` is `all`; allowed are roster"),
        w(
            I,
            "target: {everyPeriod: {value: 100, per: YEAR}}",
            "target: {everyPeriod: {value: 100, per: YEAR}, forEach: {subjects: roster}}",
            "`forEach` needs an input whose series has a `roster`"),
        w(
            I,
            "target: {everyPeriod: {value: 100, per: YEAR}}",
            "target: {everyPeriod: {value: 100, per: YEAR}, perCell: true}",
            "`perCell` needs `disaggregateBy`"),
        w(
            I,
            "target: {everyPeriod: {value: 100, per: YEAR}}",
            "target: {everyPeriod: {value: 100, per: YEAR}, interpolate: LINEAR}",
            "`interpolate` is for a `path`"),
        w(
            I,
            "{from: 2026-01-01, target: {everyPeriod: {value: 10}},",
            "{from: 2026-01-01,",
            "a target change must have at least one of target, tolerance, baseline"),
        w(
            I,
            "{from: 2026-01-01, target: {everyPeriod: {value: 10}},",
            "{from: 2026-01-01, target: {everyPeriod: {low: 10}},",
            "`low` is for polarity IN_RANGE"),
        w(
            I,
            "{from: 2026-01-01, target",
            "{validFrom: 2026-01-01, from: 2026-01-01, target",
            "a change has exactly one of `from`"),
        w(
            I,
            "{from: 2026-01-01, target",
            "{from: 2026-01-01, decimals: 3, target",
            "unknown key `decimals` of a target change"),
        w(
            I,
            "{sl: Nova zaveza mesta., en: A new promise of the city.}}",
            "{sl: Nova zaveza mesta., en: A new promise of the city.}}\n      - {from: 2025-01-01, tolerance: 1, reason: {sl: Prej, en: Before}}",
            "changes of one kind must be in order"),
        w(
            I,
            "where: {channel: [paper, kiosk]}",
            "where: {channel: [paper, kiosks]}",
            "`kiosks` is not a value"),
        w(
            I,
            "{period: 2025-Q3, reason",
            "{period: 2025-07, reason",
            "`2025-07` is no period in which the indicator reports (QUARTER)"));
  }

  static Stream<Wrong> all() {
    return Stream.of(form(), references(), inputsAndFormulas(), targetsAndChanges())
        .flatMap(each -> each);
  }

  /**
   * "**every** fault is listed with file, line and the nearest right name"; "two languages for
   * every text shown"; "An input whose series has a coarser `period` than the indicator reports is
   * a catalogue fault, and so is `EXISTS` with `LOWER` or `IN_RANGE`"; "`none` (needed with
   * polarity `NONE`)"; "A point on whose last day no due period ends is a fault"; "LINEAR with one
   * point and no baseline".
   */
  @ParameterizedTest
  @MethodSource("all")
  void each_fault_is_named_with_its_file_and_line(Wrong wrong) {
    List<Fault> faults = Lipa.faults(Lipa.with(wrong.file, wrong.passage, wrong.replacement));
    assertThat(faults)
        .extracting(Fault::message)
        .anySatisfy(m -> assertThat(m).contains(wrong.says));
    String text = Lipa.text(wrong.file);
    long line = text.substring(0, text.indexOf(wrong.passage)).lines().count();
    Fault fault =
        faults.stream()
            .filter(each -> each.message().contains(wrong.says))
            .findFirst()
            .orElseThrow();
    assertThat(fault.file()).isEqualTo(wrong.file);
    // A missing key is told at the entry's first line, a key too many at its own.
    assertThat(fault.line()).isBetween((int) line - 8, (int) line + 8);
  }

  @Test
  void all_faults_are_listed_at_once() {
    List<SourceFile> files = new ArrayList<>();
    for (String name : Lipa.FILES) {
      String text = Lipa.text(name);
      for (Wrong wrong : all().filter(each -> each.file.equals(name)).toList()) {
        if (wrong.says.startsWith("there is no") && text.contains(wrong.passage)) {
          text = Lipa.replaceFirst(text, wrong.passage, wrong.replacement);
        }
      }
      files.add(Lipa.file(name, text));
    }
    assertThat(Lipa.faults(files))
        .hasSizeGreaterThanOrEqualTo(9)
        .extracting(Fault::file)
        .contains(S, P, I);
  }

  @Test
  void what_follows_from_a_fault_is_no_fault_of_its_own() {
    assertThat(Lipa.faults(Lipa.with(P, "unit: applications", "unitt: applications"))).hasSize(1);
    assertThat(Lipa.faults(Lipa.with(I, "frequency: QUARTER", "frequency: QUATER"))).hasSize(1);
    assertThat(Lipa.faults(Lipa.with(I, "polarity: IN_RANGE", "polarity: RANGE"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"indicator", "goal", "state"})
  void a_dimension_that_would_double_a_label_of_the_metrics_is_not_exported(String label) {
    String text = Lipa.text(I).replace("disaggregateBy: district", "disaggregateBy: " + label);
    List<SourceFile> exported = files(label, text);
    assertThat(Lipa.faults(exported))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.message())
                  .startsWith("`metricCells` can't export the dimension `" + label + "`");
              assertThat(fault.file()).isEqualTo(I);
            });
    assertThat(Lipa.faults(files(label, text.replace("metricCells: true", "metricCells: false"))))
        .isEmpty();
  }

  private static List<SourceFile> files(String dimension, String indicators) {
    String providers =
        Lipa.replaceFirst(Lipa.text(P), "      district:", "      " + dimension + ":");
    return List.of(Lipa.file(S, Lipa.text(S)), Lipa.file(P, providers), Lipa.file(I, indicators));
  }

  @Test
  void a_strategy_is_there_exactly_once() {
    assertThat(CatalogueLoader.load(List.of()))
        .isEqualTo(
            new CatalogueLoad.Faulty(
                List.of(new Fault("", 0, "no file holds the key `strategy`"))));
    List<SourceFile> twice = new ArrayList<>(Lipa.files());
    twice.add(Lipa.file("strategy2.yaml", "strategy: {id: other}"));
    assertThat(Lipa.faults(twice))
        .containsExactly(
            new Fault(
                "strategy2.yaml",
                1,
                "there is one `strategy` in a catalogue; it stands already in strategy.yaml line 2"));
  }

  @Test
  void what_is_not_yaml_is_a_fault_with_its_line() {
    List<SourceFile> files = new ArrayList<>(Lipa.files());
    files.add(Lipa.file("broken.yaml", "owners:\n  - {id: a\n  - b"));
    files.add(Lipa.file("list.yaml", "- a\n- b"));
    files.add(Lipa.file("empty.yaml", "# nothing yet\n"));
    files.add(new SourceFile("latin.yaml", "owners: [š]".getBytes(StandardCharsets.ISO_8859_1)));
    files.add(new SourceFile("cp1250.yaml", new byte[] {'#', (byte) 0xE8}));
    assertThat(Lipa.faults(files))
        .extracting(Fault::file)
        .contains("broken.yaml", "list.yaml", "cp1250.yaml")
        .doesNotContain("empty.yaml");
    assertThat(Lipa.faults(files))
        .filteredOn(fault -> fault.file().equals("broken.yaml"))
        .allSatisfy(fault -> assertThat(fault.line()).isBetween(2, 3));
  }

  @Test
  void bombs_do_not_go_off() {
    StringBuilder aliases = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 60; i++) {
      aliases.append(
          "a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
    }
    List<SourceFile> files = new ArrayList<>(Lipa.files());
    files.add(Lipa.file("aliases.yaml", aliases.toString()));
    files.add(Lipa.file("deep.yaml", "owners: " + "[".repeat(10_000)));
    files.add(Lipa.file("itself.yaml", "owners: &o [*o, *o]"));
    files.add(Lipa.file("long.yaml", "# " + "x".repeat(5 * 1024 * 1024)));
    files.add(Lipa.file("large.yaml", "# x\n".repeat(3 * 1024 * 1024)));
    assertThat(Lipa.faults(files))
        .extracting(Fault::file)
        .contains("aliases.yaml", "deep.yaml", "itself.yaml", "large.yaml", "long.yaml");
  }
}
