package si.kazalnik.benchmark.oracle;

import java.util.Map;

/**
 * One record as it stands on the raw topic of a provider.
 *
 * @param headers the record's headers as texts; binary CloudEvents have `ce_…` among them
 */
public record Sent(String provider, String value, Map<String, String> headers) {}
