package si.kazalnik.indicator.catalogue.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import si.kazalnik.contract.calendar.ReportingPeriod;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Indicator.Break;
import si.kazalnik.contract.catalogue.Indicator.Change;
import si.kazalnik.contract.catalogue.Indicator.DefinitionChange;
import si.kazalnik.contract.catalogue.Indicator.TargetChange;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.domain.summary.Numbers;

/** What follows for what is published. */
final class Effects {

  private final Catalogue after;

  Effects(Catalogue after) {
    this.after = after;
  }

  /** Of one entry in its two forms. */
  List<String> of(Object before, Object now) {
    if (before instanceof Indicator old && now instanceof Indicator young) {
      return ofIndicator(old, young);
    }
    if (before instanceof Series old && now instanceof Series young) {
      return ofSeries(old, young);
    }
    return before instanceof Strategy old && now instanceof Strategy young
        ? ofStrategy(old, young)
        : List.of();
  }

  private static List<String> ofIndicator(Indicator before, Indicator now) {
    List<String> effects = new ArrayList<>();
    boolean computed =
        before.inputs().equals(now.inputs())
            && Objects.equals(before.formula(), now.formula())
            && before.decimals() == now.decimals()
            && before.unit().equals(now.unit())
            && before.polarity() == now.polarity()
            && before.reporting().equals(now.reporting());
    boolean judged =
        before.polarity() == now.polarity()
            && before.target().equals(now.target())
            && before.tolerance().equals(now.tolerance())
            && Objects.equals(before.baseline(), now.baseline());
    if (before.reporting().frequency() != now.reporting().frequency()) {
      effects.add(
          "it reports by another calendar: its periods are published anew, those of the calendar"
              + " before are shown no longer");
    } else if (!computed) {
      effects.add("the definition changes in place: every period is computed again");
    }
    if (!judged) {
      effects.add(
          "the target changes in place: every period is judged again; an entry of `changes` would"
              + " leave the earlier verdicts as they are");
    }
    if (!Objects.equals(before.disaggregateBy(), now.disaggregateBy())
        || !Objects.equals(before.smallestCell(), now.smallestCell())) {
      effects.add("the cells of every period are computed again, and which of them are suppressed");
    }
    first(before.changes(), now.changes(), Effects::without, Effects::day)
        .ifPresent(
            day ->
                effects.add(
                    "`changes`: the periods that start on "
                        + day
                        + " or later are computed and judged again"));
    first(before.breaks(), now.breaks(), Effects::without, Effects::day)
        .ifPresent(
            day ->
                effects.add(
                    "`breaks`: the periods that start on " + day + " or later are judged again"));
    return effects;
  }

  /** The earliest day of what is in one list only, the reasons set aside. */
  private static <E> Optional<LocalDate> first(
      List<E> before, List<E> now, UnaryOperator<E> without, Function<E, LocalDate> day) {
    List<E> old = before.stream().map(without).toList();
    List<E> young = now.stream().map(without).toList();
    return Stream.concat(
            old.stream().filter(Predicate.not(young::contains)),
            young.stream().filter(Predicate.not(old::contains)))
        .map(day)
        .min(Comparator.naturalOrder());
  }

  private static Change without(Change change) {
    if (change instanceof TargetChange of) {
      return new TargetChange(of.from(), Map.of(), of.target(), of.tolerance(), of.baseline());
    }
    DefinitionChange of = (DefinitionChange) change;
    return new DefinitionChange(of.validFrom(), Map.of(), of.inputs(), of.formula(), of.decimals());
  }

  private static LocalDate day(Change change) {
    return change instanceof TargetChange of ? of.from() : ((DefinitionChange) change).validFrom();
  }

  private static Break without(Break each) {
    return new Break(each.period(), Map.of(), each.linked());
  }

  private static LocalDate day(Break each) {
    return ReportingPeriod.parse(each.period()).orElseThrow().start();
  }

  private List<String> ofSeries(Series before, Series now) {
    List<String> users =
        indicators(
            each ->
                Stream.concat(
                        each.inputs().stream(),
                        each.changes().stream()
                            .filter(DefinitionChange.class::isInstance)
                            .map(DefinitionChange.class::cast)
                            .flatMap(
                                change ->
                                    change.inputs() == null
                                        ? Stream.empty()
                                        : change.inputs().stream()))
                    .anyMatch(input -> input.series().equals(now.id())));
    if (users.isEmpty()) {
      return List.of();
    }
    List<String> effects = new ArrayList<>();
    if (!before.roster().equals(now.roster())) {
      effects.add("who is expected to report changes: " + again(users));
    }
    if (!dimensions(before).equals(dimensions(now))) {
      effects.add("the dimensions and their values change: " + again(users));
    }
    if (!Numbers.same(before.min(), now.min())) {
      effects.add("the least value decides when a quota is certain: " + again(users));
    }
    if (!before.provider().equals(now.provider())) {
      effects.add(
          "the measurements sent so far stay, new ones are taken from the new provider only, which"
              + " is told when data is overdue: "
              + again(users));
    }
    return effects;
  }

  private static List<String> dimensions(Series series) {
    return series.dimensions().stream()
        .map(each -> each.name() + each.values() + each.required())
        .toList();
  }

  private List<String> ofStrategy(Strategy before, Strategy now) {
    List<String> users = indicators(each -> each.reporting().workingDays());
    return Objects.equals(before.holidays(), now.holidays()) || users.isEmpty()
        ? List.of()
        : List.of("other days are working days, so that periods close on others: " + again(users));
  }

  private List<String> indicators(Predicate<Indicator> which) {
    return after.indicators().stream().filter(which).map(Indicator::id).toList();
  }

  private static String again(List<String> indicators) {
    return "the periods of " + String.join(", ", indicators) + " are computed again";
  }
}
