package si.kazalnik.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;

/** Goes over a file and, beside it, over what the JSON Schema says of each place. */
final class SchemaWalk {

  private final JsonNode root;

  SchemaWalk(JsonNode root) {
    this.root = root;
  }

  void walk(Node file, BiConsumer<Node, JsonNode> visitor) {
    walk(file, root, visitor);
  }

  /** Every part of the schema that names the keys of a mapping. */
  List<JsonNode> mappings() {
    List<JsonNode> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(JsonNode schema, List<JsonNode> found) {
    if (schema.isObject() && schema.path("properties").isObject()) {
      found.add(schema);
    }
    schema.forEach(each -> collect(each, found));
  }

  private void walk(Node node, JsonNode of, BiConsumer<Node, JsonNode> visitor) {
    JsonNode schema = choose(node, resolve(of));
    visitor.accept(node, schema);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : List.copyOf(mapping.getValue())) {
        JsonNode below = schema.path("properties").path(YamlNodes.text(tuple.getKeyNode()));
        walk(
            tuple.getValueNode(),
            below.isMissingNode() ? schema.path("additionalProperties") : below,
            visitor);
      }
    } else if (node instanceof SequenceNode sequence) {
      List.copyOf(sequence.getValue()).forEach(each -> walk(each, schema.path("items"), visitor));
    }
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = root.at(at.get("$ref").asString().substring(1));
    }
    if (at.isMissingNode()) {
      throw new AssertionError("the schema says nothing here: " + schema);
    }
    return at;
  }

  private JsonNode choose(Node node, JsonNode schema) {
    if (!schema.has("oneOf") || schema.has("properties")) {
      return schema;
    }
    for (JsonNode each : schema.get("oneOf")) {
      JsonNode alternative = resolve(each);
      if (fits(node, alternative)) {
        return alternative;
      }
    }
    throw new AssertionError("no alternative of the schema fits " + node);
  }

  private static boolean fits(Node node, JsonNode schema) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .allMatch(tuple -> schema.path("properties").has(YamlNodes.text(tuple.getKeyNode())));
    }
    boolean ofScalars =
        !schema.has("properties") && !schema.has("items") && node instanceof ScalarNode;
    return ofScalars || (node instanceof SequenceNode && schema.has("items"));
  }
}
