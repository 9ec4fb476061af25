package si.kazalnik.service.keys;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
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
    return HashedKeys.of(read(Path.of(file)));
  }

  private static Map<String, String> read(Path file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(
          KEY + " is `" + file + "`, which can't be read; name a readable properties file", e);
    }
    Map<String, String> keys = new HashMap<>();
    lines.stringPropertyNames().forEach(name -> keys.put(name, lines.getProperty(name)));
    return keys;
  }
}
