package si.kazalnik.indicator.catalogue.form;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.indicator.domain.calendar.Holidays;
import si.kazalnik.service.names.NearestName;

/** Reads {@code strategy}; everything else is read after it. */
final class StrategyReader {

  private static final Set<String> KEYS =
      Remarks.and(
          "id", "title", "from", "to", "timeZone", "holidays", "languages", "office", "goals");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Set<String> COUNTRIES =
      new TreeSet<>(Arrays.asList(Locale.getISOCountries()));

  private final Scope scope;

  StrategyReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Strategy> read(Item item) {
    return item.fields("the strategy", KEYS).map(this::read);
  }

  private Strategy read(Fields fields) {
    new Ids("strategy").declare(fields);
    scope.languages(languages(fields));
    LocalDate from = day(fields, "from");
    LocalDate to = day(fields, "to");
    fields.optional("from").ifPresent(item -> Dates.notBeforeEverything(item, from));
    if (from.isAfter(to) && !to.equals(LocalDate.EPOCH)) {
      fields.at("to").fault("the strategy ends on " + to + ", before it begins on " + from);
    }
    scope.start(from);
    Remarks remarks = Remarks.of(fields, scope);
    return new Strategy(
        fields.optional("id").flatMap(Item::text).orElse(""),
        Texts.required(fields, "title", scope),
        from,
        to,
        fields.required("timeZone").flatMap(StrategyReader::zone).orElse(ZoneId.of("UTC")),
        fields.optional("holidays").flatMap(StrategyReader::country).orElse(null),
        scope.languages(),
        fields.required("office").flatMap(scope.owners::reference).orElse(""),
        new GoalReader(scope).goals(fields),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  private static LocalDate day(Fields fields, String key) {
    return fields.required(key).flatMap(Item::day).orElse(LocalDate.EPOCH);
  }

  private static List<String> languages(Fields fields) {
    Optional<Item> place = fields.required("languages");
    if (place.isEmpty()) {
      return List.of();
    }
    List<String> languages = Lists.distinctTexts(place.get(), "language");
    for (Item item : place.get().list()) {
      item.text()
          .filter(language -> !LANGUAGE.matcher(language).matches())
          .ifPresent(language -> item.fault("`" + language + "` is no language code such as `sl`"));
    }
    return languages;
  }

  private static Optional<ZoneId> zone(Item item) {
    Set<String> zones = ZoneId.getAvailableZoneIds();
    return item.text()
        .flatMap(
            zone -> {
              if (zones.contains(zone)) {
                return Optional.of(ZoneId.of(zone));
              }
              item.fault(
                  "there is no time zone `"
                      + zone
                      + "`"
                      + NearestName.didYouMean(zone, new TreeSet<>(zones)));
              return Optional.empty();
            });
  }

  private static Optional<String> country(Item item) {
    Optional<String> country = item.text();
    if (country.isPresent() && !COUNTRIES.contains(country.get())) {
      item.fault("`" + country.get() + "` is no country code of ISO 3166 such as `SI`");
    } else if (country.isPresent() && !Holidays.areKnownOf(country.get())) {
      item.fault("the holidays of `" + country.get() + "` are not known");
    }
    return country;
  }
}
