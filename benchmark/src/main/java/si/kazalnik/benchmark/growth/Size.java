package si.kazalnik.benchmark.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import si.kazalnik.benchmark.city.City;
import si.kazalnik.benchmark.process.Jvm;

/**
 * A city that has grown in one respect.
 *
 * @param years of history, loaded before anything is measured
 */
record Size(String name, City city, int years) {
  private static final int FROM = City.thisYear() - 1;

  private static final int MOST_IN_ONE = 10_000;
  private static final int MORE_GIGABYTES = 3;

  /** What all others are compared with. */
  static final Size SMALLEST = new Size("10 indicators, 1 year, 10 series", of(0, FROM, 10, 1), 1);

  /** The same, measured last: what differs between the two is the machine's doing. */
  static final Size AGAIN = new Size(SMALLEST.name + ", again", SMALLEST.city, SMALLEST.years);

  /** Those of a run; a quick one leaves out those in the middle and does not go as far. */
  static List<Size> all(boolean quick) {
    List<Size> sizes = new ArrayList<>();
    sizes.add(SMALLEST);
    for (int indicators : quick ? new int[] {1_000} : new int[] {100, 1_000, 10_000}) {
      sizes.add(new Size(named(indicators, "indicators"), of(indicators - 10, FROM, 10, 1), 1));
    }
    for (int series : quick ? new int[] {1_000} : new int[] {1_000, 10_000, 100_000}) {
      String heap = series > MOST_IN_ONE ? ", " + MORE_GIGABYTES + " GiB of heap" : "";
      sizes.add(new Size(named(series, "series") + heap, of(0, FROM, series, 1), 1));
    }
    for (int places : quick ? new int[] {100} : new int[] {30, 1_000}) {
      sizes.add(new Size(named(places, "values of a dimension"), of(0, FROM, 10, places), 1));
    }
    for (int years : quick ? new int[] {5} : new int[] {5, 20}) {
      sizes.add(
          new Size(named(years, "years of history"), of(0, City.thisYear() - years, 10, 1), years));
    }
    sizes.add(AGAIN);
    return sizes;
  }

  /** Of heap that our services need: a catalogue of 16 MiB is read and written as a whole. */
  int gigabytes() {
    return city.series() > MOST_IN_ONE ? MORE_GIGABYTES : Jvm.GIGABYTES;
  }

  /** Whether it has grown by what an event does not touch. */
  boolean untouched() {
    return city.idle() > 0 || years > SMALLEST.years;
  }

  private static City of(int idle, int from, int series, int places) {
    return new City(idle, from, series, places);
  }

  private static String named(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, what);
  }
}
