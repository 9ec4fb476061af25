package si.kazalnik.ingestion.validation;

import java.time.Instant;

/**
 * How an event came to us.
 *
 * @param provider whose raw topic brought it
 * @param recordedAt when that topic received it; carried along and never computed with
 */
public record Arrival(String provider, Instant recordedAt) {}
