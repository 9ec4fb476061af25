package si.kazalnik.service.kafka;

import net.jpountz.lz4.LZ4Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has batches packed by LZ4's native code. Inside an executable jar of Spring Boot the library
 * finds that a class loader of somebody else's has loaded it, and falls back to Java without a word
 * unless the native code is there already.
 */
final class NativeLz4 {

  private static final Logger log = LoggerFactory.getLogger(NativeLz4.class);

  private NativeLz4() {}

  /** Loads it where there is one for this machine; nothing but speed depends on it. */
  static void load() {
    try {
      LZ4Factory.nativeInstance();
    } catch (LinkageError | AssertionError | RuntimeException none) {
      log.info("no native LZ4 on this machine ({}); batches are packed by Java", none.toString());
    }
  }
}
