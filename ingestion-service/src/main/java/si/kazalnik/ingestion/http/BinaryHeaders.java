package si.kazalnik.ingestion.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** From the CloudEvents binding for HTTP to that for Kafka: {@code ce-id} becomes {@code ce_id}. */
final class BinaryHeaders {

  private static final String HTTP_PREFIX = "ce-";
  private static final String KAFKA_PREFIX = "ce_";

  private BinaryHeaders() {}

  static Map<String, String> of(HttpServletRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    for (String name : Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith(HTTP_PREFIX)) {
        headers.put(
            KAFKA_PREFIX + lower.substring(HTTP_PREFIX.length()), decoded(request.getHeader(name)));
      }
    }
    return headers;
  }

  /** The binding writes what is not printable ASCII with percent signs; plus signs stay. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException strayPercentSign) {
      return value;
    }
  }
}
