package si.kazalnik.ingestion.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The balances of the ledger partitions that this instance keeps: what its metrics show. Over all
 * instances they add up to the whole.
 */
@Component
public class LedgerTotals {

  private final Map<Integer, Counted> byPartition = new ConcurrentHashMap<>();
  private final List<Consumer<Balance>> listeners = new CopyOnWriteArrayList<>();

  /** The sum over this instance's partitions. */
  public Balance sum() {
    Balance sum = Balance.EMPTY;
    for (Counted each : new ArrayList<>(byPartition.values())) {
      sum = sum.plus(each.balance());
    }
    return sum;
  }

  /** Hears of every later change, on the thread that makes it. */
  public void whenChanged(Consumer<Balance> listener) {
    listeners.add(listener);
  }

  Counted of(int partition) {
    return byPartition.getOrDefault(partition, Counted.NOTHING);
  }

  void put(int partition, Counted counted) {
    byPartition.put(partition, counted);
    Balance sum = sum();
    listeners.forEach(listener -> listener.accept(sum));
  }

  void remove(int partition) {
    byPartition.remove(partition);
  }

  /**
   * A partition's balance and how far it counts: one value, so that no entry is counted twice.
   *
   * @param next offset of the first entry that the balance lacks
   */
  record Counted(long next, Balance balance) {

    static final Counted NOTHING = new Counted(0, Balance.EMPTY);
  }
}
