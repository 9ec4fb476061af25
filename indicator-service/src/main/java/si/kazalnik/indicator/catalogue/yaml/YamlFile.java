package si.kazalnik.indicator.catalogue.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file into its nodes. No value is made of them here, so that nothing is taken for a date,
 * a truth value or a number in base 60 that its writer meant as a text.
 */
public final class YamlFile {

  private static final int DEEPEST = 40;
  private static final int MOST_ALIASES = 100;
  private static final int LARGEST = 8 * 1024 * 1024;
  // The parser takes quadratic time over one long line.
  private static final int LONGEST_LINE = 20_000;

  private YamlFile() {}

  /** The documents of the file, without empty ones; what can't be read is a fault. */
  public static List<Item> read(SourceFile file, Faults faults) {
    return decode(file, faults).map(text -> compose(file.path(), text, faults)).orElse(List.of());
  }

  private static Optional<String> decode(SourceFile file, Faults faults) {
    if (file.content().length > LARGEST) {
      faults.add(file.path(), 0, "is larger than 8 MiB; split it");
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content())).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      faults.add(file.path(), 0, "is not UTF-8; save it in that encoding");
      return Optional.empty();
    }
  }

  private static List<Item> compose(String path, String text, Faults faults) {
    List<Integer> lengths = text.lines().map(String::length).toList();
    for (int i = 0; i < lengths.size(); i++) {
      if (lengths.get(i) > LONGEST_LINE) {
        faults.add(
            path, i + 1, "the line is longer than " + LONGEST_LINE + " characters; break it");
        return List.of();
      }
    }
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(LARGEST);
    List<Item> documents = new ArrayList<>();
    try {
      for (Node node : new Yaml(options).composeAll(new StringReader(text))) {
        Item document = new Item(node, "the file", path, faults);
        if (!document.isEmpty()) {
          documents.add(document);
        }
      }
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String context = e.getContext() == null ? "" : e.getContext() + ": ";
      faults.add(
          path, mark == null ? 0 : mark.getLine() + 1, "is not YAML: " + context + e.getProblem());
    } catch (YAMLException e) {
      faults.add(path, 0, "is not YAML that is read here: " + e.getMessage());
    }
    return documents;
  }
}
