package si.kazalnik.indicator.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Input.Across;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;

/** Inputs {@code x} of series {@code s} with one key that the tests are about. */
public final class Inputs {

  private Inputs() {}

  public static Input rolling(Aggregate aggregate, int periods) {
    return input(aggregate, null, Window.ROLLING, periods, Across.SUM, 0, 1);
  }

  public static Input atLeast(Aggregate aggregate, int measurements) {
    return input(aggregate, null, Window.PERIOD, 0, Across.SUM, 0, measurements);
  }

  public static Input last(Across across, int carryForward) {
    return input(Aggregate.LAST, null, Window.PERIOD, 0, across, carryForward, 1);
  }

  public static Input percentile(int p, int atLeast) {
    return input(Aggregate.PERCENTILE, p, Window.PERIOD, 0, Across.SUM, 0, atLeast);
  }

  private static Input input(
      Aggregate aggregate,
      @Nullable Integer percentile,
      Window window,
      int rolling,
      Across across,
      int carryForward,
      int atLeast) {
    return new Input(
        "x",
        "s",
        aggregate,
        percentile,
        Map.of(),
        window,
        rolling,
        false,
        across,
        carryForward,
        atLeast);
  }
}
