package si.kazalnik.contract;

import java.util.Optional;

/**
 * What a city system may say about a measurement. The order is the one that decides between events
 * of equal revision: the later constant beats the earlier.
 */
public enum EventType {
  RECORDED("si.kazalnik.measurement.recorded.v1"),
  COMPLETED("si.kazalnik.period.completed.v1"),
  CORRECTED("si.kazalnik.measurement.corrected.v1"),
  WITHDRAWN("si.kazalnik.measurement.withdrawn.v1");

  private final String cloudEventType;

  EventType(String cloudEventType) {
    this.cloudEventType = cloudEventType;
  }

  /** The CloudEvents {@code type} attribute. */
  public String cloudEventType() {
    return cloudEventType;
  }

  /** The type with that CloudEvents name, or empty where the name is not one of ours. */
  public static Optional<EventType> ofCloudEventType(String name) {
    for (EventType type : values()) {
      if (type.cloudEventType.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
