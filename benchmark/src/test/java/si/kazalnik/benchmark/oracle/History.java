package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One right sequence of revisions of a period; empty while it is not published. */
public record History(List<Revision> revisions) {
  static final History NONE = new History(List.of());

  public @Nullable Revision last() {
    return revisions.isEmpty() ? null : revisions.get(revisions.size() - 1);
  }

  /** The last revision at or before the instant, of a closed period; null where there was none. */
  public @Nullable Revision asOf(Instant instant) {
    Revision found = null;
    for (Revision each : revisions) {
      if (each.number() > 0 && !each.computedAt().isAfter(instant)) {
        found = each;
      }
    }
    return found;
  }

  /** `PROVISIONAL`, `FINAL` or `REVISED` as of one of the revisions. */
  public String status(Revision at) {
    if (at.number() == 0 || !at.published().complete()) {
      return "PROVISIONAL";
    }
    for (Revision each : revisions) {
      if (each.number() == 1) {
        return changed(each.published().value(), at.published().value()) ? "REVISED" : "FINAL";
      }
    }
    return "FINAL";
  }

  private static boolean changed(@Nullable BigDecimal closedWith, @Nullable BigDecimal today) {
    return closedWith != null && (today == null || closedWith.compareTo(today) != 0);
  }

  History opened(Published published, Instant now) {
    return new History(List.of(new Revision(0, published, Set.of(), now)));
  }

  /** Revision 1, instead of 0 where there is one. */
  History closed(Published published, Instant at) {
    List<Revision> all = new ArrayList<>(revisions);
    all.removeIf(each -> each.number() == 0);
    all.add(new Revision(1, published, Set.of(), at));
    return new History(all);
  }

  /** The same revision, with what is shown beside the published fields as it is now. */
  History refreshed(Published published) {
    List<Revision> all = new ArrayList<>(revisions);
    Revision last = all.remove(all.size() - 1);
    all.add(new Revision(last.number(), published, last.causes(), last.computedAt()));
    return new History(all);
  }

  /** A change of published fields after the closing. */
  History changed(Published published, Set<String> causes, Instant now) {
    Revision last = revisions.get(revisions.size() - 1);
    List<Revision> all = new ArrayList<>(revisions);
    if (!last.sameSecond(now)) {
      all.add(new Revision(last.number() + 1, published, causes, now));
    } else {
      all.remove(all.size() - 1);
      Set<String> both = new LinkedHashSet<>(last.causes());
      if (last.number() > 1) {
        both.addAll(causes);
      }
      all.add(new Revision(last.number(), published, both, now));
    }
    return new History(all);
  }
}
