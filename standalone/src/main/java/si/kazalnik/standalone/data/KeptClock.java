package si.kazalnik.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.kazalnik.service.clock.ServiceClock;

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
      return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's position can't be read from " + file, e);
    }
  }
}
