package si.kazalnik.ingestion.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event as the CloudEvents binding for Kafka says: structured mode where the header {@code
 * content-type} begins with {@code application/cloudevents}, binary mode where there are {@code
 * ce_} headers instead; a record without either is taken as structured, since that is what a
 * command-line producer sends.
 */
public final class EventReader {

  private static final String BINARY_PREFIX = "ce_";

  private EventReader() {}

  /** The event of a record. */
  public static Reading read(Headers headers, byte @Nullable [] value) {
    byte[] bytes = value == null ? new byte[0] : value;
    if (!isBinary(headers)) {
      return StructuredReader.read(bytes);
    }
    Attributes attributes = new Attributes();
    for (String name : Attributes.REQUIRED) {
      Header header = headers.lastHeader(BINARY_PREFIX + name);
      if (header != null && header.value() != null) {
        attributes.put(name, new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return BinaryReader.read(attributes, bytes);
  }

  /**
   * Bytes of an event: of structured mode the value's, of binary mode those of the value and of all
   * {@code ce_} headers, names included, so that the limit means the same in both.
   */
  public static long size(Headers headers, byte @Nullable [] value) {
    long size = value == null ? 0 : value.length;
    if (isBinary(headers)) {
      for (Header header : headers) {
        if (header.key().startsWith(BINARY_PREFIX)) {
          size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
      }
    }
    return size;
  }

  private static boolean isBinary(Headers headers) {
    Header contentType = headers.lastHeader("content-type");
    boolean structured =
        contentType != null
            && contentType.value() != null
            && new String(contentType.value(), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .startsWith("application/cloudevents");
    if (structured) {
      return false;
    }
    for (Header header : headers) {
      if (header.key().startsWith(BINARY_PREFIX)) {
        return true;
      }
    }
    return false;
  }
}
