package si.kazalnik.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request from any bytes: the address, below it one header a line, and after an empty line the
 * body.
 */
public final class FuzzedRequest {

  private static final String AS_IT_IS = "/?&=;:@,+-._~!$'()*";

  private final URI address;
  private final List<Header> headers;
  private final byte[] body;

  private FuzzedRequest(URI address, List<Header> headers, byte[] body) {
    this.address = address;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /** One header. */
  public record Header(String name, String value) {}

  /** The request that the bytes say. */
  public static FuzzedRequest of(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String head =
        new String(
            text.substring(0, end < 0 ? text.length() : end).getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8);
    String[] lines = head.split("\n", -1);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
      }
    }
    String body = end < 0 ? "" : text.substring(end + 2);
    return new FuzzedRequest(
        URI.create(address(lines[0])), headers, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A path and query that a server would let through. */
  public URI address() {
    return address;
  }

  /** In their order; a name may be there several times. */
  public List<Header> headers() {
    return headers;
  }

  /** Empty where there is none. */
  public byte[] body() {
    return body.clone();
  }

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
