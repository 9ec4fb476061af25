package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.filter.CharacterEncodingFilter;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.service.keys.HashedKeys;
import si.kazalnik.testing.FuzzedRequest;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /v1/catalogue/{version}}, and, where the input has a body, {@code PUT /v1/catalogue}:
 * address, headers and body from anybody. Kafka alone is not there.
 */
class CatalogueHttpFuzzTest {

  private static final String KEY = "a key of the test";
  private static final Catalogue LIPA =
      new Catalogue(
          "v1",
          Lipa.loaded(Lipa.files()).strategy(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private final HashedKeys keys =
      HashedKeys.of(Map.of(BearerKeys.OPERATOR, HashedKeys.hashOf(KEY)));
  private final MockMvc http;
  private Optional<Catalogue> published = Optional.empty();

  CatalogueHttpFuzzTest() {
    CataloguePublication current = publication(LIPA);
    CatalogueReader reader = mock(CatalogueReader.class);
    when(reader.current()).thenReturn(Optional.of(current));
    CataloguePublisher publisher = mock(CataloguePublisher.class);
    when(publisher.publishPut(any()))
        .thenAnswer(
            call -> {
              published = Optional.of(call.getArgument(0));
              return new Publishing.Published(
                  publication(published.orElseThrow()), Optional.of(current));
            });
    CatalogueAtStart start = mock(CatalogueAtStart.class);
    when(start.topicsThere()).thenReturn(true);
    http =
        MockMvcBuilders.standaloneSetup(
                new CatalogueController(keys, reader, mock(CatalogueTopic.class), publisher, start))
            // As Spring Boot does for the real one.
            .addFilters(new CharacterEncodingFilter("UTF-8", true))
            .build();
  }

  private static CataloguePublication publication(Catalogue catalogue) {
    return new CataloguePublication(
        CataloguePublication.SCHEMA, 1, Instant.EPOCH, CataloguePublication.Origin.PUT, catalogue);
  }

  /** "the operator's bearer token; `200` with the new version …, `422` with every fault". */
  @FuzzTest
  void it_is_answered_or_refused_with_its_reason(byte[] input) throws Exception {
    published = Optional.empty();
    FuzzedRequest fuzzed = FuzzedRequest.of(input);
    HttpMethod method = fuzzed.body().length == 0 ? HttpMethod.GET : HttpMethod.PUT;
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(method, fuzzed.address()).content(fuzzed.body());
    fuzzed.headers().forEach(header -> request.header(header.name(), header.value()));
    MockHttpServletResponse response;
    try {
      response = http.perform(request).andReturn().getResponse();
    } catch (IllegalArgumentException refusedByTheMock) {
      // It reads some headers itself; of the real server the text comes as it is.
      return;
    }
    assertThat(response.getStatus()).isIn(200, 400, 401, 404, 405, 406, 415, 422);
    if (response.getStatus() == 200) {
      isRight(method, fuzzed, response);
    } else {
      assertThat(published).isEmpty();
      if (response.getContentAsByteArray().length > 0) {
        isProblem(response);
      }
    }
  }

  private void isRight(HttpMethod method, FuzzedRequest fuzzed, MockHttpServletResponse response) {
    byte[] body = response.getContentAsByteArray();
    if (method.equals(HttpMethod.PUT)) {
      assertThat(header(fuzzed, "Authorization").flatMap(keys::holderOf))
          .contains(BearerKeys.OPERATOR);
      assertThat(header(fuzzed, "Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
          .containsAnyOf("zip", "octet-stream");
      assertThat(json(body).get("version").asString()).isEqualTo(published.orElseThrow().version());
    } else if (fuzzed.address().getPath().contains("/v1/catalogue/")) {
      assertThat(fuzzed.address().getPath()).contains(LIPA.version());
      assertThat(body).isEqualTo(ContractJson.write(LIPA));
    } else {
      assertThat(json(body).get("version").asString()).isEqualTo(LIPA.version());
    }
  }

  private static void isProblem(MockHttpServletResponse response) {
    assertThat(response.getContentType()).startsWith("application/problem+json");
    JsonNode problem = json(response.getContentAsByteArray());
    assertThat(problem.get("detail").asString()).isNotBlank();
    if (response.getStatus() == 422) {
      assertThat(problem.get("faults").size()).isPositive();
      problem
          .get("faults")
          .forEach(fault -> assertThat(fault.get("message").asString()).isNotBlank());
    }
  }

  private static Optional<String> header(FuzzedRequest fuzzed, String name) {
    return fuzzed.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(FuzzedRequest.Header::value)
        .findFirst();
  }

  private static JsonNode json(byte[] body) {
    return ContractJson.mapper().readTree(new String(body, StandardCharsets.UTF_8));
  }
}
