package si.kazalnik.indicator.catalogue.yaml;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import si.kazalnik.service.names.NearestName;

/**
 * A value in a file and its place. Every reading that fails adds its fault and gives empty, so that
 * a reader goes on and finds the other faults too.
 */
public final class Item {

  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ);
  private static final Set<String> NOTHING = Set.of("", "~", "null");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Node node;
  private final String name;
  private final String file;
  private final Faults faults;

  Item(Node node, String name, String file, Faults faults) {
    this.node = node;
    this.name = name;
    this.file = file;
    this.faults = faults;
    if (!PLAIN_TAGS.contains(node.getTag())) {
      fault("the tag `" + node.getTag().getValue() + "` has no meaning here");
    }
  }

  public void fault(String message) {
    faults.add(file, line(), message);
  }

  /** {@code file line n}, to point from one fault to another place. */
  public String place() {
    return file + " line " + line();
  }

  private int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** Whether nothing is written there. */
  public boolean isEmpty() {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && NOTHING.contains(scalar.getValue());
  }

  /** Whether it is one word or number, no list and no mapping. */
  public boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The scalar at the key of this mapping, unread: to name an entry by. */
  public Optional<String> scalarAt(String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
            .map(NodeTuple::getValueNode)
            .filter(ScalarNode.class::isInstance)
            .map(value -> Numbers.shortened(((ScalarNode) value).getValue()))
            .findFirst()
        : Optional.empty();
  }

  /** One character, white space too. */
  public Optional<String> character() {
    return node instanceof ScalarNode scalar
            && !isEmpty()
            && scalar.getValue().codePointCount(0, scalar.getValue().length()) == 1
        ? Optional.of(scalar.getValue())
        : wrong("one character");
  }

  /** Exactly as written, whatever YAML would take it for. */
  public Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      return wrong("a text");
    }
    if (isEmpty() || scalar.getValue().isBlank()) {
      return wrong("a text");
    }
    String text = scalar.getValue();
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      fault(name + " holds a control character");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A number of at most 18 digits before the decimal point and 12 after. */
  public Optional<BigDecimal> number() {
    if (node instanceof ScalarNode scalar && scalar.isPlain()) {
      Optional<BigDecimal> number = Numbers.parse(scalar.getValue());
      if (number.isPresent()) {
        return number;
      }
    }
    return wrong("a number (at most 18 digits before the decimal point and 12 after, no quotes)");
  }

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Integer> integer(int least, int most) {
    if (node instanceof ScalarNode scalar && scalar.isPlain()) {
      Optional<Integer> number = Numbers.whole(scalar.getValue(), least, most);
      if (number.isPresent()) {
        return number;
      }
    }
    return wrong("a whole number from " + least + " to " + most);
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> bool() {
    return node instanceof ScalarNode scalar
            && scalar.isPlain()
            && Set.of("true", "false").contains(scalar.getValue())
        ? Optional.of(Boolean.valueOf(scalar.getValue()))
        : wrong("true or false");
  }

  /** A day such as {@code 2026-01-31}. */
  public Optional<LocalDate> day() {
    if (node instanceof ScalarNode scalar && DAY.matcher(scalar.getValue()).matches()) {
      try {
        return Optional.of(LocalDate.parse(scalar.getValue()));
      } catch (DateTimeException e) {
        fault(name + " is `" + scalar.getValue() + "`, and there is no such day");
        return Optional.empty();
      }
    }
    return wrong("a day such as 2026-01-31");
  }

  /** An address that begins with http: or https:. */
  public Optional<String> url() {
    Optional<String> text = text();
    if (text.isPresent() && !isUrl(text.get())) {
      return wrong("an address that begins with https:// or http://");
    }
    return text;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** One of the words. */
  public <E> Optional<E> choice(Map<String, E> words) {
    return text()
        .flatMap(
            word -> {
              E meaning = words.get(word);
              if (meaning == null) {
                fault(
                    name
                        + " is `"
                        + word
                        + "`; allowed are "
                        + String.join(", ", words.keySet())
                        + NearestName.didYouMean(word, words.keySet()));
              }
              return Optional.ofNullable(meaning);
            });
  }

  /** The entries of a list; of an empty place none. */
  public List<Item> list() {
    if (node instanceof SequenceNode sequence) {
      List<Node> entries = sequence.getValue();
      return IntStream.range(0, entries.size())
          .mapToObj(i -> new Item(entries.get(i), name, file, faults))
          .toList();
    }
    if (!isEmpty()) {
      wrong("a list");
    }
    return List.of();
  }

  /** The entries of a list, or the one value that stands there alone. */
  public List<Item> listOrOne() {
    return isScalar() ? List.of(this) : list();
  }

  /**
   * The mapping's keys, which are to be among the allowed ones.
   *
   * @param what the mapping is, to be named in faults: {@code a goal}
   */
  public Optional<Fields> fields(String what, Set<String> allowed) {
    return mapping(what)
        .map(
            fields -> {
              fields.refuseOthersThan(allowed);
              return fields;
            });
  }

  /** The mapping with whatever keys it has. */
  public Optional<Fields> mapping(String what) {
    return node instanceof MappingNode mapping
        ? Optional.of(Fields.of(this, mapping, what))
        : wrong("a mapping of keys to values, being " + what);
  }

  Item child(Node child, String key) {
    return new Item(child, "`" + key + "`", file, faults);
  }

  private <T> Optional<T> wrong(String expected) {
    fault(name + " must be " + expected + ", not " + shown());
    return Optional.empty();
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return isEmpty() ? "empty" : "`" + Numbers.shortened(scalar.getValue()) + "`";
    }
    return isList() ? "a list" : "a mapping";
  }
}
