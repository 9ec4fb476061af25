package si.kazalnik.notification.wording;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.rules.Notice;

/**
 * What one mail tells of.
 *
 * @param deviation as last seen, or null for {@link
 *     si.kazalnik.notification.rules.NoticeKind#UNDELIVERABLE}
 */
public record Told(Notice notice, @Nullable Deviation deviation) {}
