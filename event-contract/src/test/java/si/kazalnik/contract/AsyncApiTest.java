package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import si.kazalnik.contract.catalogue.CataloguePublication;
import tools.jackson.databind.JsonNode;

/** Holds {@code asyncapi.yaml} to the code: topics, keys, types, fields, and its own examples. */
class AsyncApiTest {

  private static final Topics TOPICS = new Topics("");

  private static final JsonNode DOCUMENT =
      ContractJson.mapper()
          .valueToTree(new Yaml().<Map<String, Object>>load(Resources.text("/asyncapi.yaml")));

  /** Members of a schema that only people read. */
  private static final Set<String> FOR_PEOPLE = Set.of("description", "examples", "title");

  @Test
  void every_topic_of_the_code_is_a_channel_and_no_other_is() {
    assertThat(channels())
        .containsExactlyInAnyOrder(
            TOPICS.raw("{provider}"),
            TOPICS.measurements(),
            TOPICS.rejected(),
            TOPICS.ledger(),
            TOPICS.catalogue(),
            TOPICS.controlMeasurements(),
            TOPICS.controlIndicators(),
            TOPICS.indicatorValues(),
            TOPICS.deviations());
  }

  @Test
  void the_schemas_are_those_of_the_records_field_by_field() {
    Map<String, JsonNode> documented = new TreeMap<>();
    DOCUMENT
        .at("/components/schemas")
        .forEachEntry((name, schema) -> documented.put(name, bare(schema)));
    // What city systems write is theirs: there is no record for it.
    documented.keySet().removeIf(name -> name.startsWith("CloudEvent"));
    Map<String, JsonNode> coded = new TreeMap<>();
    Shapes.of(
            AcceptedMeasurement.class,
            LedgerEntry.class,
            CataloguePublication.class,
            IndicatorValue.class,
            Deviation.class)
        .forEach(
            (name, schema) -> coded.put(name, bare(ContractJson.mapper().valueToTree(schema))));

    assertThat(documented.keySet()).isEqualTo(coded.keySet());
    documented.forEach((name, schema) -> assertThat(schema).as(name).isEqualTo(coded.get(name)));
  }

  @Test
  void the_types_of_events_are_those_of_the_code() {
    assertThat(strings(DOCUMENT.at("/components/schemas/CloudEvent/properties/type/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values()).map(EventType::cloudEventType).toList());
  }

  @Test
  void a_refused_event_bears_our_headers() throws IllegalAccessException {
    List<String> headers = new ArrayList<>();
    for (var field : EventHeaders.class.getFields()) {
      headers.add(String.valueOf(field.get(null)));
    }
    assertThat(DOCUMENT.at("/components/messages/refusedEvent/headers/properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(headers);
    assertThat(
            DOCUMENT
                .at("/components/messages/refusedEvent/headers/properties/" + EventHeaders.CODE)
                .get("$ref")
                .asString())
        .isEqualTo("#/components/schemas/RejectionCode");
  }

  @Test
  void the_key_of_an_example_is_the_key_that_the_code_gives_it() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("acceptedMeasurement", read(AcceptedMeasurement.class).identity());
    keys.put("ledgerEntry", read(LedgerEntry.class).key());
    keys.put("indicatorValue", read(IndicatorValue.class).key());
    keys.put("deviation", read(Deviation.class).id());
    keys.put("cataloguePublication", read(CataloguePublication.class).catalogue().strategy().id());

    keys.forEach(
        (message, key) ->
            assertThat(strings(at(message, "bindings/kafka/key/examples")))
                .as(message)
                .containsExactly(key));
  }

  @Test
  void every_message_of_a_channel_is_described_and_every_operation_has_its_channel() {
    Set<String> messages = new TreeSet<>();
    DOCUMENT
        .get("channels")
        .forEach(
            channel ->
                channel
                    .get("messages")
                    .forEach(message -> messages.add(message.get("$ref").asString())));
    Set<String> described = new TreeSet<>();
    DOCUMENT
        .at("/components/messages")
        .propertyNames()
        .forEach(name -> described.add("#/components/messages/" + name));
    assertThat(messages).isEqualTo(described);

    Set<String> used = new TreeSet<>();
    DOCUMENT.get("operations").forEach(each -> used.add(each.at("/channel/$ref").asString()));
    assertThat(used)
        .isEqualTo(
            new TreeSet<>(
                DOCUMENT.get("channels").propertyNames().stream()
                    .map(name -> "#/channels/" + name)
                    .toList()));
  }

  static Set<String> goldenNames() {
    return GoldenRecordsTest.GOLDEN.keySet();
  }

  @ParameterizedTest
  @MethodSource("goldenNames")
  void golden_records_have_what_their_schema_asks_for_and_nothing_else(String name) {
    Class<?> type = Objects.requireNonNull(GoldenRecordsTest.GOLDEN.get(name));
    Conformity conformity = new Conformity(DOCUMENT);
    conformity.check(name, GoldenRecordsTest.tree(name), Shapes.name(type));

    assertThat(conformity.faults()).isEmpty();
  }

  @Test
  void together_the_golden_records_show_every_member_of_every_schema() {
    Conformity conformity = new Conformity(DOCUMENT);
    GoldenRecordsTest.GOLDEN.forEach(
        (name, type) -> conformity.check(name, GoldenRecordsTest.tree(name), Shapes.name(type)));

    assertThat(conformity.membersNeverSeen()).isEmpty();
  }

  private static <T> T read(Class<T> type) {
    String name =
        GoldenRecordsTest.GOLDEN.entrySet().stream()
            .filter(each -> each.getValue().equals(type))
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst()
            .orElseThrow();
    return ContractJson.mapper().treeToValue(GoldenRecordsTest.tree(name), type);
  }

  private static JsonNode at(String message, String path) {
    return DOCUMENT.at("/components/messages/" + message + "/" + path);
  }

  private static List<String> channels() {
    return DOCUMENT
        .get("channels")
        .valueStream()
        .map(each -> each.get("address").asString())
        .toList();
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static JsonNode bare(JsonNode schema) {
    if (schema.isArray()) {
      return ContractJson.mapper()
          .valueToTree(schema.valueStream().map(AsyncApiTest::bare).toList());
    }
    if (!schema.isObject()) {
      return schema;
    }
    Map<String, JsonNode> members = new TreeMap<>();
    schema.forEachEntry(
        (name, member) -> {
          // Below `properties` a name is a field's, whatever it is called.
          if (name.equals("properties")) {
            Map<String, JsonNode> fields = new TreeMap<>();
            member.forEachEntry((field, of) -> fields.put(field, bare(of)));
            members.put(name, ContractJson.mapper().valueToTree(fields));
          } else if (!FOR_PEOPLE.contains(name)) {
            members.put(name, bare(member));
          }
        });
    return ContractJson.mapper().valueToTree(members);
  }
}
