package si.kazalnik.indicator.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/** The {@code *.yaml} files under a folder of the class path, inside jars too. */
final class CatalogueResources {

  private CatalogueResources() {}

  /** The files; what can't be read is a fault. */
  static List<SourceFile> read(String folder, Faults faults) {
    List<SourceFile> files = new ArrayList<>();
    try {
      Resource[] resources =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + folder + "/**/*.yaml");
      for (Resource resource : resources) {
        try (InputStream in = resource.getInputStream()) {
          files.add(new SourceFile(path(folder, resource), in.readAllBytes()));
        }
      }
    } catch (IOException e) {
      faults.add("", 0, "classpath:" + folder + " can't be read: " + e);
    }
    return files;
  }

  private static String path(String folder, Resource resource) throws IOException {
    String url = resource.getURL().toString();
    return url.substring(url.lastIndexOf("/" + folder + "/") + folder.length() + 2);
  }
}
