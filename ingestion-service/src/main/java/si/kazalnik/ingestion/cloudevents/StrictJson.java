package si.kazalnik.ingestion.cloudevents;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The parser for what strangers sent: RFC 8259 and nothing beyond it, UTF-8 only. The one limit is
 * depth; lengths are limited by the size of an event or a body, which is known before.
 */
public final class StrictJson {

  /** Deepest nesting that is read. */
  public static final int DEEPEST = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Otherwise UTF-16 would be guessed, and offsets of bytes would be lost.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          // The names are a stranger's: they must not stay in the JVM's table of strings.
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StrictJson() {}

  /** A parser of the bytes. */
  public static JsonParser parser(byte[] json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** Where and why the bytes are not JSON, as the end of a sentence; quotes nothing of them. */
  public static String fault(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? "it is not JSON"
        : String.format(
            Locale.ROOT,
            "it is not JSON from line %d, column %d on",
            at.getLineNr(),
            at.getColumnNr());
  }
}
