package si.kazalnik.service.clock;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where the clock is set rather than the system's, so that it can be moved. */
final class ClockIsSet implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !context
        .getEnvironment()
        .getProperty(ClockConfiguration.KEY, ClockConfiguration.SYSTEM)
        .equals(ClockConfiguration.SYSTEM);
  }
}
