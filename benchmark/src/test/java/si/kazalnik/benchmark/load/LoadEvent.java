package si.kazalnik.benchmark.load;

import java.util.Map;

/**
 * One event to publish.
 *
 * @param key of the record; events of one identity share it, so that their order is kept
 * @param overHttp whether HTTP would take it at all, and is to be the way for its identity
 */
public record LoadEvent(
    String provider, String key, String value, Map<String, String> headers, boolean overHttp) {}
