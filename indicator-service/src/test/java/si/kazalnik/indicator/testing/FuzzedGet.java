package si.kazalnik.indicator.testing;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import si.kazalnik.testing.FuzzedRequest;

/** A request from bytes: the address, and below it one header a line. */
public final class FuzzedGet {

  private FuzzedGet() {}

  /** What is answered; an exception that nobody handles is thrown. */
  public static MockHttpServletResponse send(MockMvc http, byte[] input) throws Exception {
    FuzzedRequest fuzzed = FuzzedRequest.of(input);
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(HttpMethod.GET, fuzzed.address());
    fuzzed.headers().forEach(header -> request.header(header.name(), header.value()));
    return http.perform(request).andReturn().getResponse();
  }
}
