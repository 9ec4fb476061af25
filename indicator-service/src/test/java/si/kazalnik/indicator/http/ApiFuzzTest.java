package si.kazalnik.indicator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.indicator.published.MadeRecord;
import si.kazalnik.indicator.published.MadeValues;
import si.kazalnik.indicator.testing.FuzzedGet;
import tools.jackson.databind.JsonNode;

/** Paths, parameters and headers of the API, through Spring's own handling of HTTP. */
class ApiFuzzTest {

  private static final String UNITS = "refurbished-units";
  private static RunningApi api;
  private static MockMvc http;

  @BeforeAll
  static void start() {
    MadeValues values = new MadeValues();
    values.add(
        MadeRecord.of(UNITS, "2025-12")
            .value("80", 3)
            .judged(Performance.MISSED)
            .expected("100", "100")
            .closed("2026-01-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-03").value("10", 3));
    CataloguePublication catalogue =
        new CataloguePublication(
            CataloguePublication.SCHEMA,
            1,
            Instant.EPOCH,
            CataloguePublication.Origin.FOLDER,
            Lipa.loaded(Lipa.files()));
    api = new RunningApi(() -> Optional.of(catalogue), values, "2026-03-10T12:00:00Z");
    http = api.mock();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /** "No 5xx, no hang, no growth; each refused with its reason." */
  @FuzzTest
  void it_is_answered_or_refused_with_a_problem(byte[] input) throws Exception {
    MockHttpServletResponse response = FuzzedGet.send(http, input);
    assertThat(response.getStatus()).isLessThan(500);
    if (response.getStatus() >= 400 && response.getContentLength() != 0) {
      assertThat(response.getContentType()).isEqualTo("application/problem+json");
      JsonNode problem = ContractJson.mapper().readTree(response.getContentAsByteArray());
      assertThat(problem.get("status").asInt()).isEqualTo(response.getStatus());
      assertThat(problem.get("detail").asString()).isNotBlank();
    }
  }
}
