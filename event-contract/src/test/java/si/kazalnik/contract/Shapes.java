package si.kazalnik.contract;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;

/** JSON Schemas of the records as the code has them, in the form of the AsyncAPI document. */
final class Shapes {

  /** How the codec tells the kinds of a sealed interface apart. */
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Target.None.class, "none",
          Target.EveryPeriod.class, "everyPeriod",
          Target.Path.class, "path",
          Indicator.TargetChange.class, "target",
          Indicator.DefinitionChange.class, "definition");

  private static final Map<Class<?>, Map<String, Object>> PLAIN =
      Map.of(
          String.class, Map.of("type", "string"),
          BigDecimal.class, Map.of("type", "number"),
          int.class, Map.of("type", "integer"),
          Integer.class, Map.of("type", "integer"),
          long.class, Map.of("type", "integer"),
          Long.class, Map.of("type", "integer"),
          boolean.class, Map.of("type", "boolean"),
          Instant.class, Map.of("type", "string", "format", "date-time"),
          LocalDate.class, Map.of("type", "string", "format", "date"),
          Period.class, Map.of("type", "string", "format", "duration"));

  private final Map<String, Map<String, Object>> found = new TreeMap<>();

  private Shapes() {}

  /** The schemas of the records and of all that they are made of, by name. */
  static Map<String, Map<String, Object>> of(Class<?>... records) {
    Shapes shapes = new Shapes();
    Arrays.stream(records).forEach(shapes::reference);
    return shapes.found;
  }

  /** {@code Deviation.Cause}: a class by its name and those around it. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + '.' + type.getSimpleName();
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!found.containsKey(name)) {
      found.put(name, Map.of());
      found.put(name, schema(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> schema(Class<?> type) {
    if (type.isEnum()) {
      List<String> names = Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
      return Map.of("type", "string", "enum", names);
    }
    if (type.isSealed()) {
      return Map.of(
          "oneOf", Stream.of(type.getPermittedSubclasses()).map(this::reference).toList());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    String kind = KINDS.get(type);
    if (kind != null) {
      properties.put("kind", Map.of("const", kind));
      required.add("kind");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), of(component.getGenericType()));
      if (!isNullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
        return Map.of("type", "array", "items", of(arguments[0]));
      }
      return arguments[0] == String.class
          ? Map.of("type", "object", "additionalProperties", of(arguments[1]))
          : Map.of(
              "type", "object",
              "propertyNames", of(arguments[0]),
              "additionalProperties", of(arguments[1]));
    }
    Class<?> plain = (Class<?>) type;
    if (ZoneId.class.isAssignableFrom(plain)) {
      return Map.of("type", "string");
    }
    Map<String, Object> known = PLAIN.get(plain);
    return known != null ? known : reference(plain);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}
