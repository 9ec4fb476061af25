package si.kazalnik.ingestion.receipt;

import java.time.Instant;

/**
 * That an HTTP request brought events.
 *
 * @param id signed; holds all the rest
 * @param provider whose key the request bore
 * @param receivedAt by the clock, in whole milliseconds
 * @param number of events in the request, 1 or more
 */
public record Receipt(String id, String provider, Instant receivedAt, int number) {}
