package si.kazalnik.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/**
 * What {@code diff} is answered, by whatever runs at that address: the summary, an empty line, the
 * catalogue.
 */
class RunningCatalogueFuzzTest {

  private static HttpServer server;
  private static RunningCatalogue running;
  private static Catalogue proposed;
  private static volatile byte[] summary = new byte[0];
  private static volatile byte[] catalogue = new byte[0];

  @BeforeAll
  static void start() throws IOException {
    byte[] village = CatalogueCommandsTest.VILLAGE.getBytes(StandardCharsets.UTF_8);
    proposed =
        ((CatalogueLoad.Loaded)
                CatalogueLoader.load(List.of(new SourceFile("village.yaml", village))))
            .catalogue();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/catalogue", exchange -> answer(exchange, summary));
    server.createContext("/v1/catalogue/", exchange -> answer(exchange, catalogue));
    server.start();
    running = new RunningCatalogue(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Exit codes "0 in order, 1 … differences, … 3 the version in force can't be read". */
  @FuzzTest
  void it_is_compared_or_said_why_it_can_not_be(byte[] input) throws InterruptedException {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    summary =
        (end < 0 ? "{\"version\":\"v\"}" : text.substring(0, end))
            .getBytes(StandardCharsets.ISO_8859_1);
    catalogue = text.substring(end < 0 ? 0 : end + 2).getBytes(StandardCharsets.ISO_8859_1);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Catalogue inForce;
    try {
      inForce = running.read();
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return;
    }
    int code =
        DiffCommand.tell(inForce, proposed, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(code).isIn(CatalogueCommands.IN_ORDER, CatalogueCommands.FOUND);
    assertThat(out.toString())
        .endsWith(
            code == CatalogueCommands.IN_ORDER
                ? "Nothing would change." + System.lineSeparator()
                : "would change." + System.lineSeparator());
  }
}
