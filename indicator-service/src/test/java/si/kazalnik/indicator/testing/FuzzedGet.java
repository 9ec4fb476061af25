package si.kazalnik.indicator.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A request from bytes: the address, and below it one header a line. */
public final class FuzzedGet {

  private static final String AS_IT_IS = "/?&=;:@,+-._~!$'()*";

  private FuzzedGet() {}

  /** What is answered; an exception that nobody handles is thrown. */
  public static MockHttpServletResponse send(MockMvc http, byte[] input) throws Exception {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(HttpMethod.GET, URI.create(address(lines[0])));
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        request.header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
      }
    }
    return http.perform(request).andReturn().getResponse();
  }

  /** Any text as a path and query that a server would let through. */
  private static String address(String text) {
    StringBuilder address = new StringBuilder("/");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = text.startsWith("/") ? 1 : 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean letter = c < 128 && Character.isLetterOrDigit(c);
      boolean escape = c == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2]);
      if (letter || escape || AS_IT_IS.indexOf(c) >= 0) {
        address.append(c);
      } else {
        address.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    // Two slashes would begin a host; Tomcat itself refuses a zero in a path.
    int query = address.indexOf("?") < 0 ? address.length() : address.indexOf("?");
    String path = address.substring(0, query).replaceAll("^/+", "/").replace("%00", "0");
    return path + address.substring(query);
  }

  private static boolean hex(byte b) {
    return Character.digit(b, 16) >= 0;
  }
}
