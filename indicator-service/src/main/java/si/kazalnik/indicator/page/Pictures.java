package si.kazalnik.indicator.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.IndicatorValue;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.ValueStatus;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import si.kazalnik.indicator.page.IndicatorView.KeyItem;
import si.kazalnik.indicator.page.IndicatorView.Picture;
import si.kazalnik.indicator.page.chart.Chart;
import si.kazalnik.indicator.page.chart.ChartKind;
import si.kazalnik.indicator.page.chart.ChartSource;
import si.kazalnik.indicator.published.Era;
import si.kazalnik.indicator.published.PublishedIndicator;
import si.kazalnik.indicator.published.PublishedStrategy;

/** The chart, under a heading that says what it shows, with its key. */
final class Pictures {

  private final PublishedStrategy strategy;
  private final Edition edition;
  private final PublishedIndicator indicator;
  private final Indicator definition;
  private final Amounts amounts;
  private final List<IndicatorValue> known;

  Pictures(PublishedStrategy strategy, Edition edition, PublishedIndicator indicator) {
    this.strategy = strategy;
    this.edition = edition;
    this.indicator = indicator;
    this.definition = indicator.definition();
    this.amounts = new Amounts(edition, definition);
    this.known = indicator.values().stream().filter(v -> v.value() != null).toList();
  }

  /** Null where there is no value to draw. */
  @Nullable Picture picture() {
    if (known.isEmpty()) {
      return null;
    }
    ChartKind kind = ChartKind.of(definition);
    ChartSource source = Sources.of(indicator, strategy);
    String title = edition.of(definition.title());
    Chart chart = Chart.of(source, edition.forCharts(), title, description());
    String caption =
        edition.say(
            "chart.caption",
            "from",
            edition.periods().genitive(first().period()),
            "to",
            edition.periods().genitive(last().period()));
    if (kind == ChartKind.QUOTA) {
      caption = edition.say("chart.ytd") + " " + caption;
    }
    if (!chart.scaleFrom().isEmpty()) {
      caption += " " + edition.say("chart.scale", "value", chart.scaleFrom());
    }
    return new Picture(finding(kind), caption, chart, keys(kind));
  }

  private IndicatorValue first() {
    return known.get(0);
  }

  private IndicatorValue last() {
    return known.get(known.size() - 1);
  }

  private String finding(ChartKind kind) {
    if (kind == ChartKind.QUOTA) {
      return againstLastYear();
    }
    List<IndicatorValue> judged =
        indicator.values().stream()
            .filter(v -> v.performance() != null && v.performance().isVerdict())
            .toList();
    boolean each = kind != ChartKind.LINE || definition.target() instanceof Target.EveryPeriod;
    if (each && !judged.isEmpty()) {
      long met =
          judged.stream()
              .filter(
                  v ->
                      State.of(Objects.requireNonNull(v.performance())).column()
                          == State.Column.GOOD)
              .count();
      return edition.say("chart.metCount", "n", met, "total", judged.size());
    }
    if (kind == ChartKind.DELIVERABLE) {
      return edition.say("chart.noJudged");
    }
    return judged.isEmpty() ? fromTo() : againstPath(judged);
  }

  private String fromTo() {
    String to = text(last());
    return known.size() == 1
        ? edition.say("chart.one", "value", to, "period", edition.periods().of(last().period()))
        : edition.say("chart.fromTo", "first", text(first()), "last", to);
  }

  // Since when the values have lain on the side of the path on which they lie now.
  private String againstPath(List<IndicatorValue> judged) {
    boolean behind = behind(judged.get(judged.size() - 1));
    IndicatorValue since = judged.get(judged.size() - 1);
    for (int i = judged.size() - 1; i >= 0 && behind(judged.get(i)) == behind; i--) {
      since = judged.get(i);
    }
    String key = "chart.onTrack";
    if (behind) {
      key =
          switch (definition.polarity()) {
            case LOWER -> "chart.above";
            case IN_RANGE -> "chart.outside";
            default -> "chart.below";
          };
    }
    return edition.say(key, "period", edition.periods().genitive(since.period()));
  }

  private static boolean behind(IndicatorValue value) {
    Performance performance = Objects.requireNonNull(value.performance());
    return State.of(performance).column() == State.Column.BAD;
  }

  private String againstLastYear() {
    IndicatorValue latest = last();
    BigDecimal now = Objects.requireNonNull(latest.value());
    return FigureRow.aYearBefore(indicator, latest)
        .map(before -> now.subtract(Objects.requireNonNull(before.value())))
        .map(
            more ->
                switch (more.signum()) {
                  case 1 -> edition.say("chart.moreThanLast", "n", amounts.gap(more));
                  case -1 -> edition.say("chart.lessThanLast", "n", amounts.gap(more));
                  default -> edition.say("chart.sameAsLast");
                })
        .orElseGet(
            () ->
                edition.say(
                    "chart.soFar",
                    "value",
                    text(latest),
                    "period",
                    edition.periods().genitive(latest.period())));
  }

  private String text(IndicatorValue value) {
    return new Amounts(edition, indicator.definition(value))
        .value(Objects.requireNonNull(value.value()));
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        edition.say(
            "chart.desc",
            "first",
            text(first()),
            "firstPeriod",
            edition.periods().row(first().period()),
            "last",
            text(last()),
            "lastPeriod",
            edition.periods().row(last().period())));
    definition.breaks().stream()
        .map(each -> edition.periods().row(each.period()))
        .map(period -> edition.say("chart.desc.break", "period", period))
        .forEach(sentences::add);
    IndicatorValue judged = indicator.standing().judged();
    if (judged != null && judged.target() != null && judged.performance() != null) {
      String period = edition.periods().of(judged.period());
      sentences.add(
          edition.say(
              "chart.desc.judged",
              "verdict",
              edition.word(State.of(judged.performance())),
              "period",
              period));
    }
    sentences.add(edition.say("chart.desc.table"));
    return String.join(" ", sentences);
  }

  private List<KeyItem> keys(ChartKind kind) {
    List<KeyItem> keys = new ArrayList<>();
    boolean open = known.stream().anyMatch(v -> v.status() == ValueStatus.PROVISIONAL);
    boolean target = indicator.rules().judges();
    switch (kind) {
      case LINE -> line(keys, open);
      case QUOTA -> {
        keys.add(new KeyItem("d", Integer.toString(last().end().getYear())));
        add(keys, open, "ring", "key.provisional");
        add(keys, first().end().getYear() < last().end().getYear(), "old", "key.earlier");
        add(keys, target, "t", "key.target");
      }
      case BARS -> {
        add(keys, true, "bar", "key.measured");
        add(keys, open, "open", "key.open");
        add(keys, target, "t", "key.target");
      }
      case DELIVERABLE -> {
        add(keys, known.stream().anyMatch(v -> v.performance() == null), "ring", "key.open");
        for (Performance each : Performance.values()) {
          if (indicator.values().stream().anyMatch(v -> v.performance() == each)) {
            keys.add(new KeyItem(State.of(each).shape(), edition.word(State.of(each))));
          }
        }
      }
    }
    return keys;
  }

  private void line(List<KeyItem> keys, boolean open) {
    add(keys, true, "d", "key.measured");
    add(keys, open, "ring", "key.provisional");
    List<Indicator> definitions = indicator.eras().stream().map(Era::definition).toList();
    boolean path = definitions.stream().anyMatch(each -> each.target() instanceof Target.Path);
    boolean linear =
        definitions.stream()
            .anyMatch(
                each ->
                    each.target() instanceof Target.Path p
                        && p.interpolate() == Target.Interpolate.LINEAR);
    boolean tolerance =
        definitions.stream().anyMatch(each -> each.tolerance().value().signum() > 0);
    add(keys, indicator.rules().judges(), "t", "key.target");
    add(keys, linear && !tolerance, "p", "key.path");
    add(keys, linear && tolerance, "b", "key.tolerance");
    add(keys, !definition.breaks().isEmpty(), "brk", "key.break");
    add(keys, path, "", "key.axis");
  }

  private void add(List<KeyItem> keys, boolean there, String mark, String words) {
    if (there) {
      keys.add(new KeyItem(mark, edition.say(words)));
    }
  }
}
