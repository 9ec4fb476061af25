package si.kazalnik.service.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Keys from the file at {@code kazalnik.keys-file}: lines {@code provider.<id>=sha256:…} and {@code
 * operator=sha256:…}. Without the file nobody has a key and every call that needs one is refused.
 */
@Configuration(proxyBeanMethods = false)
public class KeysConfiguration {

  private static final String KEY = "kazalnik.keys-file";

  @Bean
  @ConditionalOnMissingBean
  BearerKeys bearerKeys(Environment environment) {
    String file = environment.getProperty(KEY, "");
    if (file.isEmpty()) {
      LoggerFactory.getLogger(KeysConfiguration.class)
          .warn("{} is not set: every call that needs a key will be refused", KEY);
      return HashedKeys.of(Map.of());
    }
    return read(file, content(Path.of(file)));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          KEY + " is `" + file + "`, which can't be read; name a readable properties file", e);
    }
  }

  /**
   * The keys that the file holds.
   *
   * @throws IllegalArgumentException naming the file, where it is no UTF-8, no properties file, or
   *     holds something else than hashes
   */
  static HashedKeys read(String file, byte[] content) {
    try {
      Properties lines = new Properties();
      lines.load(
          new StringReader(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()));
      Map<String, String> keys = new HashMap<>();
      lines.stringPropertyNames().forEach(name -> keys.put(name, lines.getProperty(name)));
      return HashedKeys.of(keys);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          KEY + " is `" + file + "`, which is no properties file of keys: " + e.getMessage(), e);
    }
  }
}
