package si.kazalnik.standalone.samples;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import si.kazalnik.indicator.topology.DeviationGrace;

/**
 * The grace of indicators whose history comes from the samples: it ends when they are loaded. Those
 * that come into force later have a day, as everywhere. While samples load nothing is judged, at a
 * later start either: periods may have closed whose samples are still on their way.
 */
public final class SampleGrace implements DeviationGrace {

  private static final Duration OTHERWISE = Duration.ofHours(24);

  private volatile Instant loadedUntil;
  private volatile boolean loading;

  private SampleGrace(Instant loadedUntil, boolean loading) {
    this.loadedUntil = loadedUntil;
    this.loading = loading;
  }

  /**
   * The grace at the start.
   *
   * @param mark the file that says until when samples are loaded
   * @param loading whether samples will perhaps be loaded; {@link #over(Path)} says that they are
   */
  public static SampleGrace atStart(Path mark, boolean loading) {
    return new SampleGrace(SampleMark.read(mark), loading);
  }

  /** Nothing is loaded, or no longer: judging begins. */
  public void over(Path mark) {
    loadedUntil = SampleMark.read(mark);
    loading = false;
  }

  @Override
  public boolean over(Instant inForceSince, Instant now) {
    return !inForceSince.isAfter(loadedUntil) || !inForceSince.plus(OTHERWISE).isAfter(now);
  }

  @Override
  public boolean pauses() {
    return loading;
  }
}
