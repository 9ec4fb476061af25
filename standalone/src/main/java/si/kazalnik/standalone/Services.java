package si.kazalnik.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import si.kazalnik.indicator.IndicatorService;
import si.kazalnik.ingestion.IngestionService;
import si.kazalnik.notification.NotificationService;

/** The three services, each an application of its own; they share what {@link Shared} holds. */
record Services(
    ConfigurableApplicationContext indicator,
    ConfigurableApplicationContext ingestion,
    ConfigurableApplicationContext notification) {

  /** For all three together: the slowest part of the slowest, and what stops after it. */
  private static final Duration PATIENCE = ServiceSettings.STOP_OF_MAILS.plusSeconds(10);

  /** Starts the three side by side and returns when all have started. */
  static Services start(ServiceSettings settings, Shared shared, Closing closing) {
    CompletableFuture<ConfigurableApplicationContext> indicator =
        run("indicator-service", IndicatorService.application(), settings.indicator(), shared);
    CompletableFuture<ConfigurableApplicationContext> ingestion =
        run("ingestion-service", IngestionService.application(), settings.ingestion(), shared);
    CompletableFuture<ConfigurableApplicationContext> notification =
        run(
            "notification-service",
            NotificationService.application(),
            settings.notification(),
            shared);
    closing.started("services", () -> stop(List.of(ingestion, indicator, notification)));
    try {
      return new Services(indicator.join(), ingestion.join(), notification.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartRefused refused ? refused : e;
    }
  }

  /** Stops those that have started, or still do, side by side. */
  private static void stop(List<CompletableFuture<ConfigurableApplicationContext>> services)
      throws InterruptedException {
    List<Thread> stopping = new ArrayList<>();
    for (CompletableFuture<ConfigurableApplicationContext> service : services) {
      Thread thread = new Thread(() -> service.handle(Services::stop).join(), "service-stop");
      thread.setDaemon(true);
      thread.start();
      stopping.add(thread);
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : stopping) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      // A join of 0 would wait for ever.
      thread.join(Math.max(1, left));
    }
  }

  // A failure has been said where the start was waited for.
  private static boolean stop(
      @Nullable ConfigurableApplicationContext started, @Nullable Throwable failure) {
    if (started != null) {
      started.close();
    }
    return failure == null;
  }

  private static CompletableFuture<ConfigurableApplicationContext> run(
      String name, SpringApplicationBuilder application, List<String> settings, Shared shared) {
    CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                started.complete(
                    application
                        .registerShutdownHook(false)
                        .initializers(shared::into)
                        .run(settings.toArray(String[]::new)));
              } catch (RuntimeException | Error e) {
                started.completeExceptionally(
                    new StartRefused("The " + name + " did not start: " + rootOf(e), e));
              }
            },
            name + "-start");
    // Spring's web server keeps the process alive; a start that hangs must not.
    thread.setDaemon(true);
    thread.start();
    return started;
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
