package si.kazalnik.ingestion.mongo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import si.kazalnik.service.kafka.ContractTopics;

/**
 * Deletes receipts and rejections when they are as old as their topics keep them, by the machine's
 * clock, by which Kafka drops records too. It is done here and not by an index of MongoDB that
 * deletes, which the embedded store does not have. Several instances may do it at once.
 */
final class Expiry implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofHours(6);

  private final LedgerStore ledger;
  private final RejectionStore rejections;
  private final InstantSource machine;
  private volatile @Nullable ScheduledExecutorService executor;

  Expiry(LedgerStore ledger, RejectionStore rejections, InstantSource machine) {
    this.ledger = ledger;
    this.rejections = rejections;
    this.machine = machine;
  }

  /**
   * Deletes what is too old now.
   *
   * @throws com.mongodb.MongoException where MongoDB is away
   */
  void round() {
    ledger.forget(machine.instant().minus(ContractTopics.LEDGER_KEPT));
    rejections.forget(machine.instant().minus(ContractTopics.REJECTED_KEPT));
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "expiry");
              thread.setDaemon(true);
              return thread;
            });
    executor = started;
    // Its failures are said in guarded(); the future itself never completes.
    var unused =
        started.scheduleWithFixedDelay(
            this::guarded, FIRST.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running != null) {
      running.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }

  // Any failure must leave the schedule running: what is too old now still is so hours later.
  private void guarded() {
    try {
      round();
    } catch (RuntimeException e) {
      if (isRunning()) {
        log.warn("old receipts and rejections stay for now: {}", e.toString());
      }
    }
  }
}
