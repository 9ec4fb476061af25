package si.kazalnik.benchmark.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a run does to the product. */
public interface Trial {

  /** Starts the product with a folder of its own; the run closes it. */
  Product start(Path folder, Path catalogue, Instant clock) throws Exception;

  /** Does its mischief while a step's load flows; when it returns all is well again. */
  void duringLoad() throws Exception;

  /** The same while another catalogue is put in force. */
  default void duringChange() throws Exception {}

  /** After each step, when everything has settled; when it returns all may be settling again. */
  default void between() throws Exception {}

  /**
   * The shortest pause between two pieces of the load, which then flows for as long as the mischief
   * lasts; zero where all is sent at once.
   */
  default Duration pause() {
    return Duration.ZERO;
  }

  /** Whether it loses the notification service's database, or restores it from a copy. */
  default boolean restores() {
    return false;
  }

  /** What else is not as it should be, once everything has settled. */
  default List<Difference> differences() throws Exception {
    return List.of();
  }
}
