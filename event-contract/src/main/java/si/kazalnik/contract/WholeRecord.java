package si.kazalnik.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record has all that its signature promises: the codec leaves null what is not there.
 */
final class WholeRecord {

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(WholeRecord::part).toList();
        }
      };

  private record Part(RecordComponent component, boolean mayLack) {}

  private WholeRecord() {}

  /** The path of the first part that is missing, or null where none is. */
  static @Nullable String lack(@Nullable Object value) {
    return lack("", value);
  }

  private static @Nullable String lack(String path, @Nullable Object value) {
    if (value == null) {
      return path.isEmpty() ? "everything" : path;
    }
    if (value instanceof Record whole) {
      return ofRecord(path, whole);
    }
    if (value instanceof Collection<?> elements) {
      return ofEach(path, elements);
    }
    return value instanceof Map<?, ?> entries ? ofEach(path, entries.values()) : null;
  }

  private static @Nullable String ofRecord(String path, Record whole) {
    for (Part part : PARTS.get(whole.getClass())) {
      Object value = value(whole, part.component());
      String lack =
          value == null && part.mayLack()
              ? null
              : lack(path.isEmpty() ? name(part) : path + '.' + name(part), value);
      if (lack != null) {
        return lack;
      }
    }
    return null;
  }

  private static @Nullable String ofEach(String path, Collection<?> elements) {
    for (Object element : elements) {
      String lack = lack(path + "[]", element);
      if (lack != null) {
        return lack;
      }
    }
    return null;
  }

  private static String name(Part part) {
    return part.component().getName();
  }

  private static Part part(RecordComponent component) {
    // Of a package-private record too.
    component.getAccessor().setAccessible(true);
    return new Part(component, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static @Nullable Object value(Record whole, RecordComponent component) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessor only reads", e);
    }
  }
}
