package si.kazalnik.indicator.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/** The {@code *.yaml} files under a folder. */
final class CatalogueFolder {

  private static final int DEEPEST = 20;

  private CatalogueFolder() {}

  /** The files; what can't be read is a fault. */
  static List<SourceFile> read(Path folder, Faults faults) {
    List<SourceFile> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      faults.add("", 0, "`" + folder + "` is no folder");
      return files;
    }
    try (Stream<Path> all = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      long left = Topics.CATALOGUE_MAX_BYTES;
      for (Path file :
          all.filter(each -> belongs(folder.relativize(each)) && Files.isRegularFile(each))
              .sorted()
              .toList()) {
        left -= Files.size(file);
        if (left < 0) {
          faults.add("", 0, "the folder's files are larger than 16 MiB together");
          return List.of();
        }
        files.add(new SourceFile(path(folder.relativize(file)), Files.readAllBytes(file)));
      }
    } catch (IOException | UncheckedIOException e) {
      faults.add("", 0, "the folder can't be read: " + e);
    }
    return files;
  }

  // Hidden folders are left out: Kubernetes keeps the files of a mounted folder there once more.
  private static boolean belongs(Path file) {
    return file.toString().endsWith(".yaml")
        && StreamSupport.stream(file.spliterator(), false)
            .noneMatch(part -> part.toString().startsWith("."));
  }

  private static String path(Path file) {
    return String.join(
        "/", StreamSupport.stream(file.spliterator(), false).map(Path::toString).toList());
  }
}
