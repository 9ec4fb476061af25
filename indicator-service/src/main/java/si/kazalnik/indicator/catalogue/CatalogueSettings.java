package si.kazalnik.indicator.catalogue;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Key {@code kazalnik.catalogue}.
 *
 * @param catalogue the folder that is published at the start, or {@code classpath:} and a folder
 *     there
 */
@ConfigurationProperties("kazalnik")
public record CatalogueSettings(@DefaultValue("classpath:strategy") String catalogue) {

  private static final String CLASS_PATH = "classpath:";

  CatalogueLoad load() {
    return catalogue.startsWith(CLASS_PATH)
        ? CatalogueLoader.loadResources(catalogue.substring(CLASS_PATH.length()))
        : CatalogueLoader.load(Path.of(catalogue));
  }
}
