package si.kazalnik.standalone.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.standalone.options.CommandLineOptions.Outcome;

class CommandLineOptionsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void without_options_everything_is_embedded_and_filled() {
    Options options = run();

    assertThat(options.data()).isEqualTo(Path.of(".kazalnik").toAbsolutePath());
    assertThat(options.empty()).isFalse();
    assertThat(options.clock()).isNull();
    assertThat(options.ports().page()).isEqualTo(8080);
    assertThat(options.ports().needed(options).keySet())
        .containsExactlyInAnyOrder(8080, 8081, 8082, 9080, 9081, 9082, 9092, 27017, 2525, 8025);
  }

  @Test
  void every_option_is_taken(@TempDir Path folder) {
    Options options =
        run(
            "--catalogue",
            folder.toString(),
            "--data",
            folder + "/d",
            "--empty",
            "--fresh",
            "--clock",
            "2026-03-01T00:00:00Z",
            "--mail",
            "mail:25",
            "--mongodb",
            "mongodb://db",
            "--kafka",
            "kafka:9092",
            "--port-offset",
            "100");

    assertThat(options)
        .isEqualTo(
            new Options(
                folder,
                folder.resolve("d"),
                true,
                true,
                Instant.parse("2026-03-01T00:00:00Z"),
                new Options.HostPort("mail", 25),
                "mongodb://db",
                new Options.HostPort("kafka", 9092),
                new Ports(100)));
    assertThat(options.ports().needed(options).keySet())
        .containsExactlyInAnyOrder(8180, 8181, 8182, 9180, 9181, 9182);
  }

  @ParameterizedTest
  @CsvSource({
    "--emty, Possible solutions: --empty",
    "--clock=2026, write it as 2026-03-01T00:00:00Z",
    "--mail=nowhere, write them as localhost:2525",
    "--kafka=a:99999, is not a host and a port",
    "--mongodb=db:27017, write it as mongodb://localhost:27017",
    "--port-offset=-1, allowed is 0 to 38000",
    "--catalogue=/no/such/folder, which is no folder"
  })
  void what_is_wrong_is_said_with_what_would_be_right(String argument, String sentence) {
    Outcome outcome = read(argument);

    assertThat(outcome).isEqualTo(new Outcome.End(2));
    assertThat(err.toString()).contains(sentence).contains("--help");
  }

  @Test
  void help_lists_every_option_and_ends_well() {
    assertThat(read("--help")).isEqualTo(new Outcome.End(0));
    assertThat(out.toString())
        .contains("--catalogue", "--data", "--empty", "--fresh", "--clock", "--mail")
        .contains("--mongodb", "--kafka", "--port-offset");
  }

  private Options run(String... arguments) {
    return ((Outcome.Run) read(arguments)).options();
  }

  private Outcome read(String... arguments) {
    return CommandLineOptions.read(
        arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
