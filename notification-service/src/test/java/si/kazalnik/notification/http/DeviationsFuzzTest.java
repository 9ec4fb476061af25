package si.kazalnik.notification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxStore;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.service.keys.HashedKeys;
import si.kazalnik.testing.FuzzedRequest;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /v1/deviations}: parameters and headers from anybody. The store is a list of three.
 */
class DeviationsFuzzTest {

  private static final String KEY = "a key of the test";
  private static final List<Deviation> KEPT =
      IntStream.range(0, 3).mapToObj(i -> TestDeviations.offTrack("d" + i)).toList();

  private final HashedKeys keys =
      HashedKeys.of(Map.of(BearerKeys.OPERATOR, HashedKeys.hashOf(KEY)));
  private final MockMvc http;

  /** As Spring Boot does with `spring.mvc.problemdetails.enabled`. */
  @ControllerAdvice
  private static final class Problems extends ResponseEntityExceptionHandler {}

  DeviationsFuzzTest() {
    DeviationStore deviations = mock(DeviationStore.class);
    when(deviations.list(any(), any(), anyInt()))
        .thenAnswer(call -> list(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
    CatalogueReader reader = mock(CatalogueReader.class);
    when(reader.current())
        .thenReturn(
            Optional.of(
                new CataloguePublication(
                    CataloguePublication.SCHEMA,
                    1,
                    Instant.EPOCH,
                    CataloguePublication.Origin.PUT,
                    TestCatalogue.lipa())));
    http =
        MockMvcBuilders.standaloneSetup(
                new DeviationsController(
                    deviations,
                    mock(NoticeStore.class),
                    mock(OutboxStore.class),
                    keys,
                    new KnownSubjects(reader)))
            .setControllerAdvice(new Problems())
            // As Spring Boot does for the real one.
            .addFilters(new CharacterEncodingFilter("UTF-8", true))
            .build();
  }

  private static List<Deviation> list(String subject, String after, int limit) {
    Stream<Deviation> found =
        KEPT.stream()
            .filter(each -> subject == null || DeviationStore.subject(each).equals(subject))
            .filter(each -> after == null || each.id().compareTo(after) > 0);
    return found.limit(limit).toList();
  }

  /** "reasons are personal data"; "No 5xx …; each refused with its reason." */
  @FuzzTest
  void the_operator_gets_a_page_or_a_reason_and_nobody_else_anything(byte[] input)
      throws Exception {
    FuzzedRequest fuzzed = FuzzedRequest.of(input);
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(fuzzed.address());
    fuzzed.headers().forEach(header -> request.header(header.name(), header.value()));
    MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isIn(200, 400, 401, 404, 406);
    if (response.getStatus() == 200) {
      Optional<String> key =
          fuzzed.headers().stream()
              .filter(header -> header.name().equalsIgnoreCase("Authorization"))
              .map(FuzzedRequest.Header::value)
              .findFirst();
      assertThat(key.flatMap(keys::holderOf)).contains(BearerKeys.OPERATOR);
      isPage(json(response));
    } else if (response.getContentAsByteArray().length > 0) {
      assertThat(response.getContentType()).startsWith("application/problem+json");
      JsonNode problem = json(response);
      assertThat(problem.get("status").asInt()).isEqualTo(response.getStatus());
      assertThat(problem.get("detail").asString()).isNotBlank();
    }
  }

  /**
   * "Lists are by id": `next` is where the next page goes on, and is there only if there is one.
   */
  private static void isPage(JsonNode page) {
    JsonNode items = page.get("items");
    if (items.isEmpty()) {
      assertThat(page.path("next").isNull() || page.path("next").isMissingNode()).isTrue();
      return;
    }
    String last = items.get(items.size() - 1).get("id").asString();
    JsonNode next = page.path("next");
    if (next.isString()) {
      assertThat(next.asString()).isEqualTo(last);
      assertThat(last).isNotEqualTo(KEPT.get(KEPT.size() - 1).id());
    } else {
      assertThat(last).isEqualTo(KEPT.get(KEPT.size() - 1).id());
    }
  }

  private static JsonNode json(MockHttpServletResponse response) {
    return ContractJson.mapper().readTree(response.getContentAsByteArray());
  }
}
