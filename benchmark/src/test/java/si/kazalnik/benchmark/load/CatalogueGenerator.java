package si.kazalnik.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a catalogue of random indicators of every kind; and, from the same seed, the same
 * catalogue after somebody has edited it.
 */
public final class CatalogueGenerator {
  /** Who is told; the first is the strategy office. */
  public static final List<String> OWNERS =
      List.of("office", "desk", "east", "west", "north", "south", "hill", "river");

  private static final String TEXT = "{sl: x, en: x}";

  /** Deliverables of which the first often comes late. */
  private static final String PLANS =
      """
        - {id: plan, title: {sl: x, en: x}, measures: [measure], owner: office, unit: plans, polarity: HIGHER, inputs: {a: {series: plans, aggregate: EXISTS}}, reporting: {frequency: YEAR, dueAfter: {months: 1}}, target: {everyPeriod: {value: 1}}}
        - {id: lab, title: {sl: x, en: x}, measures: [measure], owner: office, unit: labs, decimals: 0, polarity: HIGHER, inputs: {a: {series: plans, aggregate: EXISTS, window: SINCE_START}}, reporting: {frequency: YEAR, dueAfter: {days: 31}}, target: {path: [{period: 2023, value: 1}]}}
      """;

  private final long seed;
  private final String zone;

  public CatalogueGenerator(long seed) {
    this.seed = seed;
    this.zone =
        new Dice(seed)
            .any("Europe/Ljubljana", "Europe/Ljubljana", "America/St_Johns", "Asia/Beirut");
  }

  /** Sources of a provider, the first being the usual one. */
  static List<String> sources(String provider) {
    return provider.equals("alpha")
        ? List.of("urn:gen:alpha", "urn:gen:alpha:second")
        : List.of("urn:gen:beta");
  }

  /** Writes one file into the folder, which must exist. */
  public void write(Path folder, int indicators) throws IOException {
    StringBuilder text = head(false);
    for (int i = 0; i < indicators; i++) {
      text.append(indicator(i, i, i));
    }
    Files.writeString(folder.resolve("generated.yaml"), text.append(PLANS));
  }

  /**
   * The same after an edit in place: of the indicators about a fifth is gone, a third computes or
   * is judged otherwise (their calendars stay), some have other dated changes and breaks, a few are
   * new, there is one series more, and rosters differ.
   */
  public void writeEdited(Path folder, int indicators) throws IOException {
    Dice edit = new Dice(~seed);
    StringBuilder text = head(true);
    for (int i = 0; i < indicators; i++) {
      int kind = edit.below(100);
      if (kind >= 20) {
        text.append(indicator(i, kind < 45 ? i + 10_000 : i, kind < 65 ? i + 10_000 : i));
      }
    }
    for (int i = indicators; i < indicators + 3; i++) {
      text.append(indicator(i, i, i));
    }
    text.append(
        """
          - {id: later-sum, title: %1$s, measures: [measure], owner: office, unit: items, polarity: HIGHER, inputs: {a: {series: later, aggregate: SUM, window: YEAR_TO_DATE}}, reporting: {frequency: MONTH}, target: {everyPeriod: {value: 40}}}
        """
            .formatted(TEXT));
    Files.writeString(folder.resolve("generated.yaml"), text.append(PLANS));
  }

  private static String owners() {
    return OWNERS.stream()
        .map(each -> "  - {id: %s, title: %s, language: %s}".formatted(each, TEXT, language(each)))
        .collect(Collectors.joining("\n"));
  }

  private static String language(String owner) {
    return OWNERS.indexOf(owner) % 2 == 0 ? "sl" : "en";
  }

  private String indicator(int number, int rest, int dated) {
    return new IndicatorGenerator(seed, "i" + number, number, rest, dated).text();
  }

  private StringBuilder head(boolean edited) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        strategy:
          id: generated
          title: %1$s
          from: 2023-01-01
          to: 2028-12-31
          timeZone: %2$s
          holidays: SI
          languages: [sl, en]
          office: office
          goals:
            - {id: goal, number: "1", title: %1$s, objectives: [{id: objective, number: "1.1", title: %1$s, measures: [{id: measure, title: %1$s}]}]}
        owners:
        %5$s
        providers:
          - {id: alpha, title: %1$s, sources: [%3$s], contact: office}
          - {id: beta, title: %1$s, sources: [%4$s], contact: desk}
        series:
        """
            .formatted(
                TEXT,
                zone,
                String.join(", ", sources("alpha")),
                String.join(", ", sources("beta")),
                owners()));
    Shape.ALL.stream()
        .filter(each -> edited || !each.later())
        .forEach(each -> text.append(each.entry(edited)));
    return text.append("indicators:\n");
  }
}
