package si.kazalnik.benchmark.oracle;

import org.jspecify.annotations.Nullable;

/** All of the measurements, or those of one subject, or those of one cell. */
record Share(@Nullable String subject, @Nullable String dimension, @Nullable String cell) {
  static final Share WHOLE = new Share(null, null, null);

  static Share ofSubject(String subject) {
    return new Share(subject, null, null);
  }

  static Share ofCell(String dimension, String cell) {
    return new Share(null, dimension, cell);
  }

  boolean takes(Event measurement) {
    Event.Content content = Aggregation.content(measurement);
    return (subject == null || subject.equals(content.subject()))
        && (cell == null || cell.equals(content.dimensions().get(dimension)));
  }
}
