package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import tools.jackson.databind.JsonNode;

/** The schema that editors use and the loader that has the last word say the same. */
class CatalogueSchemaTest {

  private static final String UNKNOWN = "zzzzzzzzzz";
  private static final Pattern KNOWN = Pattern.compile("; it has (.+)");
  private static final Pattern ALLOWED = Pattern.compile("allowed are ([^;]+)");

  /** Of these one or the other must be there; a schema that said so would repeat the polarity. */
  private static final Set<String> ALTERNATIVES =
      Set.of("value", "low", "high", "event", "validFrom");

  private static final JsonNode SCHEMA =
      ContractJson.mapper().readTree(resource("catalogue.schema.json"));
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);
  private static final SchemaWalk WALK = new SchemaWalk(SCHEMA);

  private static String resource(String file) {
    try (InputStream in = CatalogueSchemaTest.class.getResourceAsStream("/strategy/" + file)) {
      if (in == null) {
        throw new AssertionError("no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the town, to be changed in one place and looked at by both. */
  private static final class Changed {
    private final String name;
    private final Node root;

    Changed(String name) {
      this(name, Lipa.text(name));
    }

    Changed(String name, String text) {
      this.name = name;
      this.root = YamlNodes.read(text);
    }

    static Stream<Changed> all() {
      return Lipa.FILES.stream().map(Changed::new);
    }

    List<String> faults() {
      List<SourceFile> files = new ArrayList<>();
      for (String each : Lipa.FILES) {
        files.add(Lipa.file(each, each.equals(name) ? YamlNodes.write(root) : Lipa.text(each)));
      }
      return Lipa.faults(files).stream().map(fault -> fault.message()).toList();
    }

    boolean isValid() {
      return VALIDATOR.validate(YamlNodes.json(root)).isEmpty();
    }
  }

  @Test
  void every_file_that_loads_is_valid() {
    Changed.all().forEach(file -> assertThat(file.isValid()).as(file.name).isTrue());
    for (String file :
        List.of(
            "strategy",
            "goal-1",
            "goal-2",
            "series",
            "owners",
            "providers",
            "projects",
            "statistics")) {
      JsonNode json = YamlNodes.json(YamlNodes.read(resource(file + ".yaml")));
      assertThat(VALIDATOR.validate(json)).as(file).isEmpty();
    }
  }

  @Test
  void every_mapping_has_the_keys_that_the_loader_knows() {
    IdentityHashMap<JsonNode, Boolean> seen = new IdentityHashMap<>();
    Changed.all()
        .forEach(
            file ->
                WALK.walk(
                    file.root,
                    (node, schema) -> {
                      if (node instanceof MappingNode mapping && schema.has("properties")) {
                        if (seen.put(schema, true) == null) {
                          assertThat(known(file, mapping))
                              .as("keys of %s", schema.path("description"))
                              .isEqualTo(new TreeSet<>(schema.get("properties").propertyNames()));
                        }
                      }
                    }));

    assertThat(WALK.mappings())
        .as("mappings that no file of the town has, so that nothing was said of them")
        .allMatch(seen::containsKey);
  }

  private static Set<String> known(Changed file, MappingNode mapping) {
    NodeTuple unknown = new NodeTuple(plain(UNKNOWN), plain("x"));
    mapping.getValue().add(unknown);
    try {
      assertThat(file.isValid()).as("an unknown key").isFalse();
      for (String fault : file.faults()) {
        Matcher known = KNOWN.matcher(fault);
        if (fault.contains("`" + UNKNOWN + "`") && known.find()) {
          return new TreeSet<>(Arrays.asList(known.group(1).split(", ")));
        }
      }
      throw new AssertionError("the loader does not mind an unknown key: " + file.faults());
    } finally {
      mapping.getValue().remove(unknown);
    }
  }

  @Test
  void a_key_is_required_where_the_loader_misses_it() {
    Changed.all()
        .forEach(
            file ->
                WALK.walk(
                    file.root,
                    (node, schema) -> {
                      if (node instanceof MappingNode mapping && schema.has("properties")) {
                        required(file, mapping, schema);
                      }
                    }));
  }

  private static void required(Changed file, MappingNode mapping, JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(each -> required.add(each.asString()));
    for (NodeTuple tuple : List.copyOf(mapping.getValue())) {
      String key = YamlNodes.text(tuple.getKeyNode());
      boolean ofChange = key.equals("from") && schema.path("properties").has("reason");
      if (ofChange || ALTERNATIVES.contains(key)) {
        continue;
      }
      int place = mapping.getValue().indexOf(tuple);
      mapping.getValue().remove(place);
      boolean missed =
          file.faults().stream().anyMatch(fault -> fault.contains("missing key `" + key + "`"));
      mapping.getValue().add(place, tuple);
      assertThat(required.contains(key))
          .as("`%s` of %s is required", key, schema.path("description"))
          .isEqualTo(missed);
    }
  }

  @Test
  void a_place_for_one_of_some_words_allows_those_of_the_loader() {
    Set<String> compared = new TreeSet<>();
    Changed.all()
        .forEach(
            file ->
                WALK.walk(
                    file.root,
                    (node, schema) -> {
                      if (node instanceof MappingNode mapping) {
                        words(file, mapping, schema, compared);
                      }
                    }));

    assertThat(compared)
        .contains("aggregate", "window", "whenEmpty", "frequency", "polarity", "interpolate");
  }

  private static void words(
      Changed file, MappingNode mapping, JsonNode schema, Set<String> compared) {
    for (NodeTuple tuple : List.copyOf(mapping.getValue())) {
      JsonNode of = schema.path("properties").path(YamlNodes.text(tuple.getKeyNode()));
      if (of.has("$ref")) {
        of = SCHEMA.at(of.get("$ref").asString().substring(1));
      }
      JsonNode words = of.has("enum") ? of.get("enum") : of.path("examples");
      if (words.isArray() && tuple.getValueNode() instanceof ScalarNode) {
        Set<String> said = new TreeSet<>();
        words.forEach(each -> said.add(each.asString()));
        // A word with a number in brackets is not among those that the loader lists.
        said.removeIf(word -> word.contains("("));
        assertThat(said).isEqualTo(allowed(file, mapping, tuple));
        compared.add(YamlNodes.text(tuple.getKeyNode()));
      }
    }
  }

  private static Set<String> allowed(Changed file, MappingNode mapping, NodeTuple tuple) {
    int place = mapping.getValue().indexOf(tuple);
    mapping.getValue().set(place, new NodeTuple(tuple.getKeyNode(), plain(UNKNOWN)));
    try {
      for (String fault : file.faults()) {
        Matcher allowed = ALLOWED.matcher(fault);
        if (fault.contains("`" + UNKNOWN + "`") && allowed.find()) {
          return new TreeSet<>(Arrays.asList(allowed.group(1).split(", ")));
        }
      }
      return Set.of();
    } finally {
      mapping.getValue().set(place, tuple);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROLLING(1)",
        "ROLLING( 12 )",
        "ROLLING(012)",
        "ROLLING(0)",
        "ROLLING(999)",
        "ROLLING(1000)",
        "ROLLING(4000)",
        "ROLLING(4001)",
        "ROLLING(9999)",
        "ROLLING(10000)",
        "ROLLING(-1)",
        "ROLLING()",
        "ROLLING(1.5)",
        "PERCENTILE(1)",
        "PERCENTILE( 90 )",
        "PERCENTILE(090)",
        "PERCENTILE(0)",
        "PERCENTILE(100)",
        "PERCENTILE(101)",
        "PERCENTILE(2.5)"
      })
  void a_word_with_a_number_is_valid_where_it_loads(String word) {
    String passage = word.startsWith("R") ? "ROLLING(12)" : "PERCENTILE(90)";
    String text = Lipa.text("indicators.yaml");
    Changed file = new Changed("indicators.yaml", Lipa.replaceFirst(text, passage, word));
    assertThat(file.isValid()).as("%s", file.faults()).isEqualTo(file.faults().isEmpty());
  }

  @Property(tries = 400)
  void whatever_stands_in_a_place_what_loads_is_valid_and_what_has_no_form_is_not(
      @ForAll @IntRange(max = 2) int file,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @IntRange(max = 100) int value) {
    Changed changed = new Changed(Lipa.FILES.get(file));
    List<NodeTuple> tuples = new ArrayList<>();
    List<MappingNode> mappings = new ArrayList<>();
    WALK.walk(
        changed.root,
        (node, schema) -> {
          if (node instanceof MappingNode mapping) {
            mapping
                .getValue()
                .forEach(
                    tuple -> {
                      mappings.add(mapping);
                      tuples.add(tuple);
                    });
          }
        });
    NodeTuple tuple = tuples.get(place % tuples.size());
    MappingNode mapping = mappings.get(place % tuples.size());
    List<Node> values = values();
    mapping
        .getValue()
        .set(
            mapping.getValue().indexOf(tuple),
            new NodeTuple(tuple.getKeyNode(), values.get(value % values.size())));

    List<String> faults = changed.faults();
    boolean valid = changed.isValid();

    String what = YamlNodes.write(tuple.getKeyNode()) + values.get(value % values.size());
    // To an editor a bare `true` is no text; that it says so where one may stand is welcome.
    boolean bareWord = YamlNodes.json(values.get(value % values.size())).isBoolean();
    if (faults.isEmpty() && !bareWord) {
      assertThat(valid).as("it loads with %s", what).isTrue();
    } else if (faults.stream().anyMatch(CatalogueSchemaTest::isOfForm)) {
      assertThat(valid).as("%s has faults of form: %s", what, faults).isFalse();
    }
  }

  private static boolean isOfForm(String fault) {
    // Which languages a text has is the strategy's to say.
    return (fault.contains("unknown key") && !fault.contains(" of the text "))
        || fault.contains("must be a list")
        || fault.contains("must be a mapping")
        || fault.contains("must be true or false");
  }

  private static List<Node> values() {
    return Stream.of(
            "",
            "true",
            "5",
            "-1",
            "0.5",
            "100",
            "text",
            "2026-01-01",
            "2025-Q3",
            "5%",
            "č š",
            "ZERO",
            "none",
            "SUM",
            "YEAR",
            "[]",
            "{}",
            "[a, b]",
            "{a: b}",
            "https://example.org")
        .map(YamlNodes::read)
        .map(node -> node == null ? plain("") : node)
        .toList();
  }

  private static ScalarNode plain(String text) {
    return (ScalarNode)
        ((SequenceNode) YamlNodes.read("[" + (text.isEmpty() ? "~" : text) + "]"))
            .getValue()
            .get(0);
  }
}
