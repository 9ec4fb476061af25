package si.kazalnik.notification.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.kazalnik.notification.rules.Notice;

/**
 * A notice as it is kept.
 *
 * @param at when it was made, by the service's clock
 * @param since when it was made, real time
 * @param mail id of the mail that tells it, or null
 */
public record KeptNotice(
    String id, Notice notice, Instant at, Instant since, @Nullable String mail) {}
