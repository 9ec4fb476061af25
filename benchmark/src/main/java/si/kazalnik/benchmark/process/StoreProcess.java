package si.kazalnik.benchmark.process;

import java.io.IOException;
import si.kazalnik.embedded.EmbeddedDocumentStore;

/** The embedded document store, in memory. Argument: its port. */
public final class StoreProcess {
  private StoreProcess() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedDocumentStore.inMemory(Integer.parseInt(arguments[0]));
    Worker.stay();
  }
}
