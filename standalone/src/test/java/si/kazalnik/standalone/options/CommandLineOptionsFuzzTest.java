package si.kazalnik.standalone.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** The standalone's command line, one argument a line. */
class CommandLineOptionsFuzzTest {

  @FuzzTest
  void it_starts_or_ends_with_a_sentence(byte[] input) {
    String[] arguments = new String(input, StandardCharsets.UTF_8).split("\n", -1);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLineOptions.Outcome outcome =
        CommandLineOptions.read(arguments, new PrintWriter(out), new PrintWriter(err));
    if (outcome instanceof CommandLineOptions.Outcome.End end) {
      assertThat(end.code()).isIn(0, 2);
      assertThat(end.code() == 0 ? out.toString() : err.toString()).isNotBlank();
    } else {
      assertThat(err.toString()).isEmpty();
    }
  }
}
