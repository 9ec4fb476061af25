package si.kazalnik.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.clock.ServiceClock;
import si.kazalnik.standalone.data.DataFolder;
import si.kazalnik.standalone.data.KeptClock;
import si.kazalnik.standalone.data.Keys;
import si.kazalnik.standalone.options.Options;
import si.kazalnik.standalone.samples.LiveMeasurements;
import si.kazalnik.standalone.samples.SampleGrace;
import si.kazalnik.standalone.samples.SampleLoading;

/** Everything, from start to stop. */
final class Running implements AutoCloseable {

  private static final Duration CATALOGUE_PATIENCE = Duration.ofMinutes(2);

  private final Options options;
  private final DataFolder data;
  private final Console console;
  private final Closing closing = new Closing();

  Running(Options options, DataFolder data, Console console) {
    this.options = options;
    this.data = data;
    this.console = console;
    closing.started("data folder", data);
  }

  /** Starts everything and returns when it serves. */
  void start() {
    console.line("Kazalnik is starting; it keeps everything in " + options.data());
    final Keys keys = Keys.in(data.keys());
    final ServiceClock clock = KeptClock.of(data.clock(), options.clock());
    Infrastructure infrastructure = Infrastructure.start(options, data, closing, console);
    long start = System.nanoTime();
    final SampleGrace grace = SampleGrace.atStart(data.samples(), !options.empty());
    Services services =
        Services.start(
            new ServiceSettings(options, data, infrastructure, clock),
            new Shared(clock, keys, grace),
            closing);
    CatalogueReader catalogues = services.ingestion().getBean(CatalogueReader.class);
    final Catalogue catalogue = awaitCatalogue(catalogues).catalogue();
    catalogues.whenPublished(publication -> keys.makeFor(providers(publication)));
    console.done("the three services", Duration.ofNanos(System.nanoTime() - start));
    boolean samples = !options.empty() && SampleLoading.knows(catalogue);
    if (samples) {
      loadSamples(infrastructure, catalogue, clock);
    }
    grace.over(data.samples());
    if (samples && !clock.settable()) {
      closing.started(
          "live measurements", LiveMeasurements.start(infrastructure.kafka(), clock, catalogue));
    }
    new Summary(options, keys, clock, infrastructure).print(catalogue, console);
  }

  private void loadSamples(Infrastructure infrastructure, Catalogue catalogue, ServiceClock clock) {
    long start = System.nanoTime();
    SampleLoading loading =
        new SampleLoading(
            infrastructure.kafka(),
            options.ports().ingestion(),
            options.ports().page(),
            data.samples());
    try {
      int samples =
          loading.load(
              catalogue,
              clock.instant(),
              (done, of) -> console.count("sample measurements", done, of));
      console.done(
          String.format(Locale.ROOT, "%,d sample measurements, computed", samples),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", e);
    }
  }

  private static List<String> providers(CataloguePublication publication) {
    return publication.catalogue().providers().stream().map(Provider::id).toList();
  }

  private static CataloguePublication awaitCatalogue(CatalogueReader catalogues) {
    CountDownLatch published = new CountDownLatch(1);
    catalogues.whenPublished(publication -> published.countDown());
    try {
      if (!published.await(CATALOGUE_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new StartRefused(
            "No catalogue was published within "
                + CATALOGUE_PATIENCE.toSeconds()
                + " s; the log says why.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was interrupted.", e);
    }
    return catalogues.current().orElseThrow();
  }

  /** Whether it was told to stop, perhaps in the middle of the start. */
  boolean isStopped() {
    return closing.isClosed();
  }

  @Override
  public void close() {
    closing.close();
  }
}
