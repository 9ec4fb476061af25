package si.kazalnik.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.filter.CharacterEncodingFilter;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.ingestion.mongo.LedgerStore;
import si.kazalnik.ingestion.mongo.Rejection;
import si.kazalnik.ingestion.mongo.RejectionStore;
import si.kazalnik.ingestion.receipt.Receipt;
import si.kazalnik.ingestion.receipt.ReceiptSigner;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.service.keys.HashedKeys;
import si.kazalnik.testing.FuzzedRequest;
import tools.jackson.databind.JsonNode;

/** {@code GET /v1/receipts/{id}}: address and headers from anybody. */
class ReceiptsFuzzTest {

  private static final String KEY = "a key of the test";
  private static final String OF_ANOTHER = "a key of another";

  private final ReceiptSigner signer =
      new ReceiptSigner("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private final HashedKeys keys =
      HashedKeys.of(
          Map.of(
              "provider.jhl-it", HashedKeys.hashOf(KEY),
              "provider.ngo", HashedKeys.hashOf(OF_ANOTHER)));
  private final MockMvc http;

  ReceiptsFuzzTest() {
    LedgerStore ledger = mock(LedgerStore.class);
    when(ledger.accepted(any())).thenReturn(1L);
    RejectionStore rejections = mock(RejectionStore.class);
    when(rejections.of(any(), anyInt()))
        .thenReturn(List.of(new Rejection(1, null, "MALFORMED", "the event cannot be read: x")));
    http =
        MockMvcBuilders.standaloneSetup(
                new ReceiptsController(
                    new Caller(keys),
                    signer,
                    ledger,
                    rejections,
                    ServiceClock.standingAt(Instant.parse("2026-11-01T12:00:00Z"))))
            // As Spring Boot does for the real one.
            .addFilters(new CharacterEncodingFilter("UTF-8", true))
            .build();
  }

  /** "A receipt's id is signed"; who may not see one is told no more than that there is none. */
  @FuzzTest
  void a_receipt_is_shown_to_its_provider_and_to_nobody_else(byte[] input) throws Exception {
    FuzzedRequest fuzzed = FuzzedRequest.of(input);
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(fuzzed.address());
    fuzzed.headers().forEach(header -> request.header(header.name(), header.value()));
    MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isIn(200, 400, 401, 404, 406);
    if (response.getStatus() == 200) {
      isOurs(response, fuzzed);
    } else if (response.getContentLength() > 0 || !response.getContentAsString().isEmpty()) {
      assertThat(response.getContentType()).startsWith("application/problem+json");
      assertThat(json(response).get("detail").asString()).isNotBlank();
    }
  }

  private void isOurs(MockHttpServletResponse response, FuzzedRequest fuzzed) {
    JsonNode shown = json(response);
    Receipt receipt = signer.read(shown.get("receipt").asString()).orElseThrow();
    assertThat(fuzzed.address().getPath()).contains(receipt.id());
    Optional<String> holder =
        fuzzed.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Authorization"))
            .findFirst()
            .flatMap(header -> keys.holderOf(header.value()));
    assertThat(holder).contains("provider." + receipt.provider());
    assertThat(shown.get("received").asLong())
        .isEqualTo(
            shown.get("accepted").asLong()
                + shown.get("rejected").asLong()
                + shown.get("pending").asLong());
  }

  private static JsonNode json(MockHttpServletResponse response) {
    return ContractJson.mapper().readTree(response.getContentAsByteArray());
  }
}
