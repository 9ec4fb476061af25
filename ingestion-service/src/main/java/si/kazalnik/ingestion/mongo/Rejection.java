package si.kazalnik.ingestion.mongo;

import org.jspecify.annotations.Nullable;

/**
 * A refused event of an HTTP request.
 *
 * @param index place in the request, from 0
 * @param eventId the envelope's id, or null where none could be read
 * @param code a {@link si.kazalnik.contract.RejectionCode}
 */
public record Rejection(int index, @Nullable String eventId, String code, String message) {}
