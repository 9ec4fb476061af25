package si.kazalnik.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.filter.CharacterEncodingFilter;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.ingestion.kafka.RawEvent;
import si.kazalnik.ingestion.kafka.RawEventsPublisher;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.HashedKeys;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /v1/measurements}: headers one a line, an empty line, the body. The broker alone is
 * not there: what would be published is looked at.
 */
class MeasurementsFuzzTest {

  private static final String KEY = "a key of the test";

  private final RawEventsPublisher publisher = mock(RawEventsPublisher.class);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new MeasurementsController(
                  new Caller(HashedKeys.of(Map.of("provider.jhl-it", HashedKeys.hashOf(KEY)))),
                  new ReceiptSigner("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
                  publisher,
                  ServiceClock.standingAt(Instant.parse("2026-11-01T12:00:00Z"))))
          // As Spring Boot does for the real one.
          .addFilters(new CharacterEncodingFilter("UTF-8", true))
          .build();
  private List<RawEvent> published = List.of();

  MeasurementsFuzzTest() {
    when(publisher.publish(any(), any()))
        .thenAnswer(
            call -> {
              published = call.getArgument(1);
              return RawEventsPublisher.Outcome.WRITTEN;
            });
  }

  /**
   * "HTTP itself refuses only 401, 413, 415, unparseable JSON and an empty batch, and then nothing
   * is stored or counted."
   */
  @FuzzTest
  void events_go_on_as_they_were_sent_or_nothing_does(byte[] input) throws Exception {
    published = List.of();
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String body = end < 0 ? "" : text.substring(end + 2);
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post("/v1/measurements")
            .content(body.getBytes(StandardCharsets.ISO_8859_1))
            .header("Authorization", "Bearer " + KEY);
    for (String line : text.substring(0, Math.max(0, end)).split("\n", -1)) {
      int colon = line.indexOf(':');
      // The mock reads some types itself; of the real server the text comes as it is.
      if (colon > 0 && !line.regionMatches(true, 0, "Authorization", 0, colon)) {
        request.header(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    MockHttpServletResponse response;
    try {
      response = http.perform(request).andReturn().getResponse();
    } catch (IllegalArgumentException refusedByTheMock) {
      return;
    }
    if (response.getStatus() == 202) {
      assertThat(published).isNotEmpty();
      sameEvents(body);
      return;
    }
    assertThat(response.getStatus()).isIn(400, 415);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    JsonNode problem = ContractJson.mapper().readTree(response.getContentAsByteArray());
    assertThat(problem.get("detail").asString()).endsWith("Nothing was stored.");
    assertThat(published).isEmpty();
  }

  private void sameEvents(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    if (published.size() == 1 && published.get(0).value().length == bytes.length) {
      assertThat(published.get(0).value()).isEqualTo(bytes);
      return;
    }
    StringBuilder joined = new StringBuilder();
    for (RawEvent each : published) {
      joined.append(joined.isEmpty() ? "" : ",");
      joined.append(new String(each.value(), StandardCharsets.ISO_8859_1));
    }
    assertThat(withoutSpace("[" + joined + "]")).isEqualTo(withoutSpace(body));
  }

  private static String withoutSpace(String json) {
    return json.replaceAll("[ \\t\\r\\n]", "");
  }
}
