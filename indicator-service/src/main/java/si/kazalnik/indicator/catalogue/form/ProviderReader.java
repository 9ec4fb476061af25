package si.kazalnik.indicator.catalogue.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Provider.Csv;
import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** Reads an entry of {@code providers}. */
final class ProviderReader {

  private static final Set<String> KEYS = Remarks.and("id", "title", "sources", "contact", "csv");
  private static final Set<String> CSV_KEYS = Set.of("encoding", "separator", "decimal");
  private static final Csv DEFAULT = new Csv("UTF-8", ",", ".");

  private final Scope scope;
  private final Map<String, Item> sources = new HashMap<>();

  ProviderReader(Scope scope) {
    this.scope = scope;
  }

  Optional<Provider> read(Item item) {
    return item.fields(Entries.name("provider", item), KEYS).map(this::read);
  }

  private Provider read(Fields fields) {
    Remarks remarks = Remarks.of(fields, scope);
    return new Provider(
        Entries.id(fields),
        Texts.required(fields, "title", scope),
        fields.required("sources").map(this::sources).orElse(List.of()),
        fields.required("contact").flatMap(scope.owners::reference).orElse(""),
        fields
            .optional("csv")
            .flatMap(item -> item.fields("`csv`", CSV_KEYS))
            .map(ProviderReader::csv)
            .orElse(DEFAULT),
        remarks.illustrative(),
        remarks.source(),
        remarks.note());
  }

  private List<String> sources(Item item) {
    return Lists.distinct(item, item.list(), "source", this::source);
  }

  private Optional<String> source(Item item) {
    Optional<String> source = item.text();
    if (source.isEmpty()) {
      return source;
    }
    try {
      URI reference = new URI(source.get());
      Item first = sources.putIfAbsent(reference.toString(), item);
      if (first != null) {
        item.fault(
            "the source `"
                + source.get()
                + "` belongs to a provider already, in "
                + first.place()
                + "; whose an event is must be certain");
        return Optional.empty();
      }
    } catch (URISyntaxException e) {
      item.fault(
          "the source `" + source.get() + "` is no URI, which CloudEvents asks of a `source`");
    }
    return source;
  }

  private static Csv csv(Fields fields) {
    String separator = character(fields, "separator", DEFAULT.separator());
    String decimal = character(fields, "decimal", DEFAULT.decimal());
    if (separator.equals(decimal)) {
      fields.fault(
          "`separator` and `decimal` of `csv` are both `"
              + separator
              + "` (`,` and `.` where they are left out); a number could not be told from two");
    }
    return new Csv(
        fields.optional("encoding").flatMap(ProviderReader::encoding).orElse(DEFAULT.encoding()),
        separator,
        decimal);
  }

  private static String character(Fields fields, String key, String otherwise) {
    Optional<Item> item = fields.optional(key);
    Optional<String> character = item.flatMap(Item::character);
    if (character
        .filter(c -> "\"\r\n".contains(c) || Character.isLetterOrDigit(c.charAt(0)))
        .isPresent()) {
      fields.at(key).fault("`" + key + "` can't be a quotation mark, letter, digit or end of line");
    }
    return character.orElse(otherwise);
  }

  private static Optional<String> encoding(Item item) {
    return item.text()
        .flatMap(
            name -> {
              try {
                if (Charset.isSupported(name)) {
                  return Optional.of(Charset.forName(name).name());
                }
              } catch (IllegalCharsetNameException e) {
                // Said below: it is not known, whether well formed or not.
              }
              item.fault(
                  "the encoding `"
                      + name
                      + "` is not known; usual ones are "
                      + StandardCharsets.UTF_8
                      + " and windows-1250");
              return Optional.empty();
            });
  }
}
