package si.kazalnik.standalone.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import si.kazalnik.contract.ContractJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules that come with the program. */
final class SampleRules {

  /** A number that a rule leaves out is 0. */
  private static final JsonMapper MAPPER =
      ContractJson.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private SampleRules() {}

  static List<SampleRule> read() {
    try (InputStream yaml =
        Objects.requireNonNull(
            SampleRules.class.getResourceAsStream("/samples/rules.yaml"), "samples/rules.yaml")) {
      List<SampleRule> rules = new ArrayList<>();
      List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      for (Object entry : entries) {
        rules.add(MAPPER.convertValue(plain(entry), SampleRule.class));
      }
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException("the rules of the samples can't be read", e);
    }
  }

  /** YAML's days as texts, keys too, as JSON has them. */
  private static Object plain(Object value) {
    if (value instanceof Date date) {
      return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> texts = new LinkedHashMap<>();
      map.forEach((key, each) -> texts.put(plain(key).toString(), plain(each)));
      return texts;
    }
    return value;
  }
}
