package si.kazalnik.benchmark.oracle;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A catalogue folder as maps, lists and texts; every scalar stays the text that was written. */
final class YamlTree {
  private YamlTree() {}

  /** All files of the folder together; lists of the same key are joined. */
  static Map<String, Object> read(Path folder) {
    Map<String, Object> whole = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> join(whole, file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return whole;
  }

  private static void join(Map<String, Object> whole, Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
      if (root == null) {
        return;
      }
      map(tree(root))
          .forEach(
              (key, value) ->
                  whole.merge(
                      key,
                      value,
                      (before, more) ->
                          Stream.concat(list(before).stream(), list(more).stream()).toList()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Object tree(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping
          .getValue()
          .forEach(
              entry ->
                  map.put(
                      ((ScalarNode) entry.getKeyNode()).getValue(), tree(entry.getValueNode())));
      return map;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> list = new ArrayList<>();
      sequence.getValue().forEach(item -> list.add(tree(item)));
      return list;
    }
    return ((ScalarNode) node).getValue();
  }

  @SuppressWarnings("unchecked") // the only maps that tree() makes
  static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value, "a map is missing");
  }

  @SuppressWarnings("unchecked") // the only lists that tree() makes
  static List<Object> list(@Nullable Object value) {
    return (List<Object>) Objects.requireNonNull(value, "a list is missing");
  }
}
