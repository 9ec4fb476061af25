package si.kazalnik.ingestion.kafka;

import java.util.Map;

/**
 * An event as it is to stand in a raw topic.
 *
 * @param value exactly the bytes that were sent
 * @param headers those of the CloudEvents binding for Kafka
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copied nowhere, for speed.
public record RawEvent(byte[] value, Map<String, String> headers) {}
