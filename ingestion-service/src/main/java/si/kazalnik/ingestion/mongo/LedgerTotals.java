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

  private final Map<Integer, Balance> byPartition = new ConcurrentHashMap<>();
  private final List<Consumer<Balance>> listeners = new CopyOnWriteArrayList<>();

  /** The sum over this instance's partitions. */
  public Balance sum() {
    Balance sum = Balance.EMPTY;
    for (Balance each : new ArrayList<>(byPartition.values())) {
      sum = sum.plus(each);
    }
    return sum;
  }

  /** Hears of every later change, on the thread that makes it. */
  public void whenChanged(Consumer<Balance> listener) {
    listeners.add(listener);
  }

  Balance of(int partition) {
    return byPartition.getOrDefault(partition, Balance.EMPTY);
  }

  void put(int partition, Balance balance) {
    byPartition.put(partition, balance);
    Balance sum = sum();
    listeners.forEach(listener -> listener.accept(sum));
  }

  void remove(int partition) {
    byPartition.remove(partition);
  }
}
