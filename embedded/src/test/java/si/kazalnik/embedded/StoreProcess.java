package si.kazalnik.embedded;

import java.nio.file.Path;
import java.util.Set;

/** A process to be killed: the store with one database on disk. */
final class StoreProcess {

  private StoreProcess() {}

  public static void main(String[] args) {
    EmbeddedDocumentStore store = EmbeddedDocumentStore.start(Path.of(args[0]), Set.of(args[1]), 0);
    System.out.println(store.uri());
  }
}
