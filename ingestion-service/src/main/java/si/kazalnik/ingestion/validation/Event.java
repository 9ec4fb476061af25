package si.kazalnik.ingestion.validation;

import si.kazalnik.ingestion.json.Json;

/**
 * A CloudEvent as it was read, before anything about it is known to be right.
 *
 * @param id not empty
 * @param source not empty
 * @param type not empty
 * @param data whatever the event carries; JSON's null where it carries nothing
 */
public record Event(String id, String source, String type, Json data) {}
