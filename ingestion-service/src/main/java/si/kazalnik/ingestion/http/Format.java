package si.kazalnik.ingestion.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How events stand in a request. */
enum Format {
  SINGLE,
  BATCH,
  BINARY;

  static final String SINGLE_TYPE = "application/cloudevents+json";
  static final String BATCH_TYPE = "application/cloudevents-batch+json";

  private static final String SPEC_VERSION = "ce-specversion";

  /** The request's format; empty where it is none that we take. */
  static Optional<Format> of(HttpServletRequest request) {
    MediaType type = parse(request.getContentType());
    if (type == null || !isUtf8(type)) {
      return Optional.empty();
    }
    String name = type.getType() + '/' + type.getSubtype();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case SINGLE_TYPE -> Optional.of(SINGLE);
      case BATCH_TYPE -> Optional.of(BATCH);
      case "application/json" ->
          request.getHeader(SPEC_VERSION) == null ? Optional.empty() : Optional.of(BINARY);
      default -> Optional.empty();
    };
  }

  private static @Nullable MediaType parse(@Nullable String contentType) {
    try {
      return contentType == null ? null : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException unreadable) {
      return null;
    }
  }

  private static boolean isUtf8(MediaType type) {
    String charset = type.getParameter("charset");
    return charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
  }
}
