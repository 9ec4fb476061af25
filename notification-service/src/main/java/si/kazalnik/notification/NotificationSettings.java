package si.kazalnik.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import si.kazalnik.service.clock.ClockRefusedException;
import si.kazalnik.service.clock.ServiceClock;

/**
 * How notices become mails.
 *
 * @param groupWait how long a role's notices are gathered into one mail, real time
 * @param illustrativeToOwners whether owners are mailed where the judged target is illustrative;
 *     else only the strategy office is
 * @param inventAddresses whether {@code <role>@example.si} is used for a role without address
 * @param from sender of the mails, an address with or without a name
 * @param retryFirst pause after the first temporary failure; each later one is twice as long
 * @param retryLongest longest pause
 * @param giveUpAfter how long a mail is tried
 * @param senders mails that are sent at the same time
 * @param toldUntil what was to be told before then is taken as told: for a database that was
 *     restored from a copy; an instant, empty for nothing
 */
@Validated
@ConfigurationProperties("kazalnik.notifications")
public record NotificationSettings(
    @DefaultValue("5m") Duration groupWait,
    @DefaultValue("false") boolean illustrativeToOwners,
    @DefaultValue("false") boolean inventAddresses,
    @DefaultValue("Kazalnik <kazalnik@example.si>") @NotBlank String from,
    @DefaultValue("10s") Duration retryFirst,
    @DefaultValue("1h") Duration retryLongest,
    @DefaultValue("5d") Duration giveUpAfter,
    @DefaultValue("4") @Min(1) @Max(64) int senders,
    @DefaultValue("") String toldUntil) {

  public NotificationSettings {
    until(toldUntil);
  }

  /** What was to be told before then is taken as told; null for nothing. */
  public @Nullable Instant until() {
    return until(toldUntil);
  }

  // Spring itself would take a year for so many milliseconds of 1970, and old mail would go out.
  private static @Nullable Instant until(String toldUntil) {
    try {
      // Refuses what no clock may show.
      return toldUntil.isBlank()
          ? null
          : ServiceClock.standingAt(Instant.parse(toldUntil.strip())).instant();
    } catch (DateTimeParseException | ClockRefusedException e) {
      // Without the cause: the start says the innermost, and ours names the key.
      throw new IllegalArgumentException(
          "kazalnik.notifications.told-until is `"
              + toldUntil
              + "`; allowed are nothing and an instant such as 2026-03-01T00:00:00Z, from 1970 to"
              + " 9997");
    }
  }
}
