package si.kazalnik.indicator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.CatalogueLoad;
import si.kazalnik.indicator.catalogue.CatalogueLoader;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.published.MadeStrategies;
import si.kazalnik.indicator.published.PublishedStrategies;
import si.kazalnik.indicator.published.PublishedValues;
import si.kazalnik.service.clock.ServiceClock;

/** Catalogues with made values, at 8 o'clock of 16 November 2026. */
record Made(PublishedStrategies strategies, PublishedValues values) {

  static final Instant NOW = Instant.parse("2026-11-16T07:00:00Z");

  static Made ljubljana() {
    return of(loaded(CatalogueLoader.loadResources("strategy")));
  }

  /** The small invented town, with a passage of its files replaced. */
  static Made lipa(String passage, String replacement) {
    List<SourceFile> files =
        Stream.of("strategy.yaml", "providers.yaml", "indicators.yaml")
            .map(name -> new SourceFile(name, text(name, passage, replacement)))
            .toList();
    return of(loaded(CatalogueLoader.load(files)));
  }

  static Made of(String file) {
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    return of(loaded(CatalogueLoader.load(List.of(new SourceFile("strategy.yaml", content)))));
  }

  private static Made of(Catalogue catalogue) {
    CataloguePublication publication =
        new CataloguePublication(1, 1, NOW, CataloguePublication.Origin.FOLDER, catalogue);
    PublishedValues values = new MadeValues(catalogue, NOW);
    return new Made(strategies(Optional.of(publication), values), values);
  }

  static PublishedStrategies strategies(
      Optional<CataloguePublication> publication, PublishedValues values) {
    return MadeStrategies.of(() -> publication, values, ServiceClock.standingAt(NOW));
  }

  PageController controller() {
    Pages pages = new Pages();
    return new PageController(strategies, values, pages, new Missing(pages));
  }

  private static Catalogue loaded(CatalogueLoad load) {
    if (load instanceof CatalogueLoad.Loaded loaded) {
      return loaded.catalogue();
    }
    throw new AssertionError("faulty: " + load);
  }

  private static byte[] text(String name, String passage, String replacement) {
    try (InputStream file = Made.class.getResourceAsStream("/catalogue/lipa/" + name)) {
      String text =
          new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(passage, replacement).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
