package si.kazalnik.notification.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Reads texts from the class path. */
final class Resource {

  private Resource() {}

  static Properties properties(String path) {
    Properties properties = new Properties();
    try (InputStream stream =
            Objects.requireNonNull(Resource.class.getResourceAsStream(path), path);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
    return properties;
  }
}
