package si.kazalnik.ingestion.cloudevents;

import org.jspecify.annotations.Nullable;
import si.kazalnik.ingestion.validation.Event;

/** What came of reading an event. */
public sealed interface Reading {

  /** It is a CloudEvents envelope; about its {@code data} nothing is known. */
  record Read(Event event) implements Reading {}

  /**
   * It is not.
   *
   * @param id the envelope's id where one was found
   * @param message why, as a sentence
   */
  record Unreadable(@Nullable String id, String message) implements Reading {}
}
