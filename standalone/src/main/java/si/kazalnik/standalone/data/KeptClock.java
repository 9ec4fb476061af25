package si.kazalnik.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.service.clock.ClockRefusedException;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.standalone.StartRefused;

/** A set clock whose position is in a file, written before anybody goes by it. */
public final class KeptClock implements ServiceClock {

  private final Path file;
  private final ServiceClock clock;

  private KeptClock(Path file, ServiceClock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * The clock to go by. A set one stands at the later of the instant asked for and the one kept, so
   * that it never goes back. Without either, and where the kept one lies behind the system's time,
   * it is the system's.
   *
   * @throws StartRefused where the file holds no instant
   */
  public static ServiceClock of(Path file, @Nullable Instant asked) {
    Instant kept = read(file);
    if (asked == null && (kept == null || !kept.isAfter(Instant.now()))) {
      return ServiceClock.system();
    }
    Instant start = later(asked, kept);
    KeptClock clock = new KeptClock(file, ServiceClock.standingAt(start));
    clock.keep(start);
    return clock;
  }

  private static Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return Objects.requireNonNull(one == null ? other : one);
    }
    return one.isAfter(other) ? one : other;
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public boolean settable() {
    return true;
  }

  @Override
  public synchronized void moveTo(Instant now) {
    if (now.isAfter(clock.instant())) {
      keep(now);
    }
    clock.moveTo(now);
  }

  private void keep(Instant position) {
    try {
      AtomicFile.write(file, position.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's position can't be kept in " + file, e);
    }
  }

  private static @Nullable Instant read(Path file) {
    try {
      return Files.exists(file)
          ? instant(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip())
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's position can't be read from " + file, e);
    }
  }

  private static Instant instant(Path file, String text) {
    try {
      Instant kept = Instant.parse(text);
      // Refuses what no clock may show.
      return ServiceClock.standingAt(kept).instant();
    } catch (DateTimeParseException | ClockRefusedException e) {
      throw new StartRefused(
          "The clock's position in "
              + file
              + " can't be read. It is an instant such as 2026-03-01T00:00:00Z, from 1970 to 9997;"
              + " deleted, the clock is the system's again.",
          e);
    }
  }
}
