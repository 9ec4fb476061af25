package si.kazalnik.indicator.catalogue;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML as nodes: to change one place of a file, and to see it as an editor does. */
final class YamlNodes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

  private YamlNodes() {}

  static Node read(String text) {
    return new Yaml().compose(new StringReader(text));
  }

  static String write(Node node) {
    StringWriter out = new StringWriter();
    new Yaml().serialize(node, out);
    return out.toString();
  }

  static String text(Node scalar) {
    return ((ScalarNode) scalar).getValue();
  }

  static Optional<NodeTuple> at(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> text(tuple.getKeyNode()).equals(key))
        .findFirst();
  }

  /** By YAML 1.2's core schema, which editors go by: a day is a text, {@code no} is one too. */
  static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      mapping
          .getValue()
          .forEach(tuple -> object.set(text(tuple.getKeyNode()), json(tuple.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(each -> array.add(json(each)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (!node.isPlain()) {
      return JSON.stringNode(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "~", "null" -> JSON.nullNode();
      case "true", "false" -> JSON.booleanNode(Boolean.parseBoolean(text));
      default ->
          NUMBER.matcher(text).matches()
              ? JSON.numberNode(new BigDecimal(text))
              : JSON.stringNode(text);
    };
  }
}
