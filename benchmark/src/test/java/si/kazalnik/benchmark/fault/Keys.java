package si.kazalnik.benchmark.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import si.kazalnik.service.keys.HashedKeys;

/**
 * Who may publish and who may change the catalogue.
 *
 * @param file with the hashes, for the services
 */
record Keys(Path file) {

  static Keys in(Path folder, Collection<String> providers) throws IOException {
    Keys keys = new Keys(folder.resolve("keys.properties"));
    StringBuilder lines = new StringBuilder("operator=" + HashedKeys.hashOf(keys.operator()));
    for (String provider : providers) {
      lines
          .append("\nprovider.")
          .append(provider)
          .append('=')
          .append(HashedKeys.hashOf(keys.of(provider)));
    }
    Files.writeString(keys.file, lines);
    return keys;
  }

  String operator() {
    return "the-operator";
  }

  String of(String provider) {
    return "the-provider-" + provider;
  }
}
