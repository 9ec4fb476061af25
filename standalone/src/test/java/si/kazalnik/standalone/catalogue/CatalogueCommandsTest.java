package si.kazalnik.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;

class CatalogueCommandsTest {

  static final String VILLAGE =
      """
      strategy:
        id: village
        title: {en: Village}
        from: 2024-01-01
        to: 2027-12-31
        timeZone: Europe/Ljubljana
        languages: [en]
        office: office
        goals: [{id: g, title: {en: Goal}, measures: [{id: m, title: {en: Measure}}]}]
      owners: [{id: office, title: {en: Office}, language: en}]
      providers: [{id: it, title: {en: IT}, sources: [urn:it], contact: office}]
      series: [{id: s, provider: it, title: {en: Series}}]
      indicators:
        - id: i
          title: {en: Indicator}
          measures: [m]
          owner: office
          unit: things
          polarity: HIGHER
          inputs: {x: {series: s, aggregate: SUM}}
          reporting: {frequency: YEAR}
          target: {everyPeriod: {value: 3}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path folder;

  CatalogueCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String... arguments) {
    return CatalogueCommands.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true))
        .orElseThrow();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("village.yaml"), yaml);
  }

  @Test
  void other_arguments_are_not_commands() {
    PrintWriter nowhere = new PrintWriter(out);

    assertThat(CatalogueCommands.run(new String[] {"--empty"}, nowhere, nowhere)).isEmpty();
    assertThat(CatalogueCommands.run(new String[0], nowhere, nowhere)).isEmpty();
  }

  @Test
  void check_says_that_a_folder_is_in_order() throws IOException {
    write(VILLAGE);

    assertThat(run("check", folder.toString())).isZero();

    assertThat(out.toString()).contains("In order: strategy village", "1 indicators");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void check_lists_every_fault_with_file_and_line() throws IOException {
    write(
        VILLAGE.replace("polarity: HIGHER", "polarty: HIGHER").replace("series: s,", "series: z,"));

    assertThat(run("check", folder.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains(folder.resolve("village.yaml") + ":19: unknown key `polarty`")
        .contains(folder.resolve("village.yaml") + ":20: there is no series `z`")
        .contains("missing key `polarity`");
  }

  @Test
  void a_wrong_command_line_is_explained() {
    assertThat(run("check")).isEqualTo(2);

    assertThat(err.toString()).contains("DIR");
  }

  @Test
  void diff_prints_what_would_change_and_what_follows() throws IOException {
    write(VILLAGE);
    Catalogue inForce = ((CatalogueLoad.Loaded) CatalogueLoader.load(folder)).catalogue();
    write(VILLAGE.replace("{value: 3}", "{value: 4}").replace("aggregate: SUM", "aggregate: MAX"));
    HttpServer service = serve(inForce);
    try {
      String address = "http://127.0.0.1:" + service.getAddress().getPort();

      assertThat(run("diff", folder.toString(), "--against", address)).isEqualTo(1);

      assertThat(out.toString())
          .contains("changed indicator i")
          .contains("inputs.x.aggregate: \"SUM\" → \"MAX\"")
          .contains("3 → 4")
          .contains("every period is computed again")
          .contains("every period is judged again")
          .contains("1 entry would change.");

      write(VILLAGE);
      assertThat(run("diff", folder.toString(), "--against", address)).isZero();
      assertThat(out.toString()).contains("Nothing would change.");
    } finally {
      service.stop(0);
    }
  }

  @Test
  void diff_says_where_nobody_answers() throws IOException {
    write(VILLAGE);

    assertThat(run("diff", folder.toString(), "--against", "http://127.0.0.1:1")).isEqualTo(3);

    assertThat(err.toString())
        .contains("can't be read from http://127.0.0.1:1: nobody listens there; start Kazalnik")
        .contains("`--against`")
        .doesNotContain("null");
  }

  /** "What never changes": such a version is refused when it is put, so diff says so. */
  @Test
  void diff_says_what_would_be_refused() throws IOException {
    write(VILLAGE);
    HttpServer service = serve(read());
    try {
      write(VILLAGE.replace("{id: s,", "{id: s, period: YEAR,").replace("id: village", "id: town"));

      assertThat(run("diff", folder.toString(), "--against", address(service))).isEqualTo(1);

      assertThat(err.toString())
          .contains("It would be refused: the strategy's id is `town`")
          .contains("It would be refused: the series `s` was fed by moments before");
    } finally {
      service.stop(0);
    }
  }

  @Test
  void diff_reads_below_the_path_of_the_address() throws IOException {
    write(VILLAGE);
    HttpServer service = serve(read());
    try {
      String below = address(service) + "/city/";

      assertThat(run("diff", folder.toString(), "--against", below)).isEqualTo(3);
      assertThat(err.toString()).contains("/v1/catalogue answered 404");

      service.createContext("/city/", exchange -> answer(exchange, read()));
      assertThat(run("diff", folder.toString(), "--against", below)).isZero();
    } finally {
      service.stop(0);
    }
  }

  @ParameterizedTest
  @MethodSource("effects")
  void diff_says_what_follows(String passage, String replacement, String says) throws IOException {
    String village =
        VILLAGE
            .replace("{frequency: YEAR}", "{frequency: YEAR, dueAfter: {days: 3, working: true}}")
            .replace(
                "{id: s, provider: it,",
                "{id: s, provider: it, roster: [a, b], dimensions: {d: {values: [p, q]}},");
    write(village);
    HttpServer service = serve(read());
    try {
      assertThat(village).contains(passage);
      write(village.replace(passage, replacement));

      assertThat(run("diff", folder.toString(), "--against", address(service))).isEqualTo(1);

      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).contains(says);
    } finally {
      service.stop(0);
    }
  }

  static Stream<Arguments> effects() {
    String again = "the periods of i are computed again";
    String target = "target: {everyPeriod: {value: 3}}";
    return Stream.of(
        Arguments.of("roster: [a, b]", "roster: [a]", "expected to report changes: " + again),
        Arguments.of("values: [p, q]", "values: [p]", "their values change: " + again),
        Arguments.of(
            "values: [p, q]", "values: [q, p]", "dimensions.d.values (order): p, q → q, p"),
        Arguments.of(
            "timeZone:", "holidays: SI\n  timeZone:", "other days are working days, so that"),
        Arguments.of("frequency: YEAR", "frequency: MONTH", "it reports by another calendar"),
        Arguments.of(target, target + "\n    disaggregateBy: d", "the cells of every period"),
        Arguments.of(
            target,
            target
                + "\n    changes: [{from: 2026-01-01, reason: {en: R},"
                + " target: {everyPeriod: {value: 4}}}]",
            "start on 2026-01-01 or later are computed and judged again"),
        Arguments.of(
            target,
            target + "\n    breaks: [{period: 2025, reason: {en: R}}]",
            "start on 2025-01-01 or later are judged again"));
  }

  private Catalogue read() {
    return ((CatalogueLoad.Loaded) CatalogueLoader.load(folder)).catalogue();
  }

  private static String address(HttpServer service) {
    return "http://127.0.0.1:" + service.getAddress().getPort();
  }

  private static HttpServer serve(Catalogue catalogue) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/catalogue", exchange -> answer(exchange, catalogue));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, Catalogue catalogue) throws IOException {
    boolean whole = exchange.getRequestURI().getPath().endsWith(catalogue.version());
    byte[] body =
        whole
            ? ContractJson.write(catalogue)
            : ("{\"version\":\"" + catalogue.version() + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
