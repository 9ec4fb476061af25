package si.kazalnik.standalone.samples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeMap;
import si.kazalnik.contract.ContractJson;
import tools.jackson.databind.JsonNode;

/** The two services' balances, as anybody can ask for them. */
final class Balances {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int ingestionPort;
  private final int indicatorPort;

  Balances(int ingestionPort, int indicatorPort) {
    this.ingestionPort = ingestionPort;
    this.indicatorPort = indicatorPort;
  }

  /**
   * What ingestion has done with what it got.
   *
   * @param codes of refusals, with their numbers
   */
  record Taken(long received, long rejected, TreeMap<String, Long> codes) {}

  Taken taken() throws IOException, InterruptedException {
    long received = 0;
    long rejected = 0;
    TreeMap<String, Long> codes = new TreeMap<>();
    for (JsonNode provider : get(ingestionPort).path("providers")) {
      received += provider.path("received").asLong();
      rejected += provider.path("rejected").asLong();
      provider
          .path("codes")
          .properties()
          .forEach(code -> codes.merge(code.getKey(), code.getValue().asLong(), Long::sum));
    }
    return new Taken(received, rejected, codes);
  }

  /** Whether all that was accepted shows in the API. */
  boolean settled() throws IOException, InterruptedException {
    return get(indicatorPort).path("settled").asBoolean();
  }

  private JsonNode get(int port) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/balance"))
                .timeout(PATIENCE)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the balance at port " + port + " answers " + response.statusCode());
    }
    return ContractJson.mapper().readTree(response.body());
  }
}
