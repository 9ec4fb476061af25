package si.kazalnik.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule that the list beside this class quotes is quoted by a test of some module, in a
 * comment or in its name: who takes the last test of a rule away, or words it anew, is told here.
 * Whether that test proves the rule is for its reader to judge.
 */
class RulesQuotedTest {

  private static final Path RULES =
      Path.of("src", "test", "resources", "si", "kazalnik", "standalone", "rules", "rules.txt");

  @Test
  void every_rule_is_quoted_by_a_test() throws IOException {
    List<String> tests = tests();
    List<String> rules =
        Files.readAllLines(RULES).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(tests).hasSizeGreaterThan(100);
    assertThat(rules).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule -> {
              String words = words(rule);
              assertThat(tests).as(rule).anyMatch(test -> test.contains(words));
            });
  }

  private static List<String> tests() throws IOException {
    List<String> tests = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve(Path.of("src", "test", "java"));
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
              tests.add(words(Files.readString(file)));
            }
          }
        }
      }
    }
    return tests;
  }

  /** The words alone, so that neither marks, nor breaks of lines, nor underscores count. */
  private static String words(String text) {
    return ' '
        + text.replace("{@code", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT)
        + ' ';
  }
}
