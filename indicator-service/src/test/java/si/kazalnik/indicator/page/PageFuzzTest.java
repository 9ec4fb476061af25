package si.kazalnik.indicator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import si.kazalnik.indicator.testing.FuzzedGet;

/** Addresses, parameters and headers of the public page, through Spring's own handling of HTTP. */
class PageFuzzTest {

  /** Written by nobody but the fuzzer and its seeds; unescaped it would begin an element. */
  private static final String STRANGE = "<fuzz";

  private static ConfigurableApplicationContext page;
  private static MockMvc http;

  @BeforeAll
  static void start() {
    page = PageApplication.run();
    http = MockMvcBuilders.webAppContextSetup((WebApplicationContext) page).build();
  }

  @AfterAll
  static void stop() {
    page.close();
  }

  /** "No 5xx"; "Untrusted text is escaped in pages". */
  @FuzzTest
  void it_is_answered_with_a_page_in_which_nothing_strange_is_an_element(byte[] input)
      throws Exception {
    MockHttpServletResponse response = FuzzedGet.send(http, input);
    assertThat(response.getStatus()).isLessThan(500);
    String type = response.getContentType();
    if (type != null && type.startsWith("text/html")) {
      assertThat(response.getContentAsString(StandardCharsets.UTF_8))
          .startsWith("<!DOCTYPE html>")
          .doesNotContain(STRANGE);
    }
  }
}
