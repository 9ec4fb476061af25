package si.kazalnik.contract;

/**
 * Names of the headers that we put on records of the raw topics and of {@code
 * measurements.rejected}, beside those of CloudEvents, and on values. They are UTF-8 text where
 * nothing else is said.
 */
public final class EventHeaders {

  /** Raw and rejected: the receipt of the HTTP request that brought the event. */
  public static final String RECEIPT = "kazalnik-receipt";

  /** Raw and rejected: place of the event in that request, from 0. */
  public static final String INDEX = "kazalnik-index";

  /** Rejected: id of the provider whose raw topic brought the event. */
  public static final String PROVIDER = "kazalnik-provider";

  /** Rejected: a {@link RejectionCode}. */
  public static final String CODE = "kazalnik-code";

  /** Rejected: a sentence that helps. */
  public static final String MESSAGE = "kazalnik-message";

  /** Rejected: the envelope's id, where one could be read. */
  public static final String EVENT_ID = "kazalnik-event-id";

  /** Rejected: {@code topic-partition-offset} of the raw record. */
  public static final String ORIGIN = "kazalnik-origin";

  /** Rejected: when the raw topic received it, ISO 8601 in UTC. */
  public static final String RECEIVED_AT = "kazalnik-received-at";

  /**
   * Value: when the newest event behind it was received, eight bytes, milliseconds since 1970; for
   * measuring delay only. Absent where the clock or the catalogue made the value.
   */
  public static final String RECORDED_AT = "recorded-at";

  private EventHeaders() {}
}
