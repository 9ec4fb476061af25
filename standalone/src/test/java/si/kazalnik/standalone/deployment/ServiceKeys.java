package si.kazalnik.standalone.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** The keys that a service knows: those of its configuration file, which lists every one. */
record ServiceKeys(Map<String, Object> defaults) {

  static final Set<String> SERVICES =
      Set.of("ingestion-service", "indicator-service", "notification-service");

  static ServiceKeys of(String service) throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            ServiceKeys.class.getResourceAsStream("/" + service + ".yml"), service)) {
      Map<String, Object> keys = new LinkedHashMap<>();
      flatten("", new Yaml().<Map<String, Object>>load(yaml), keys);
      return new ServiceKeys(keys);
    }
  }

  /** As an environment names them: in capitals, dots as underscores, no dashes. */
  Set<String> environmentNames() {
    Set<String> names = new TreeSet<>();
    defaults
        .keySet()
        .forEach(key -> names.add(key.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT)));
    return names;
  }

  /** The default of a key that is a number. */
  int number(String key) {
    return (int) Objects.requireNonNull(defaults.get(key), key);
  }

  private static void flatten(String prefix, Map<String, Object> tree, Map<String, Object> keys) {
    tree.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            Map<String, Object> texts = new LinkedHashMap<>();
            inner.forEach((key, each) -> texts.put(String.valueOf(key), each));
            flatten(prefix + name + ".", texts, keys);
          } else {
            keys.put(prefix + name, value);
          }
        });
  }
}
