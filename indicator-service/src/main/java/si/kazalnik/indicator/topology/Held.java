package si.kazalnik.indicator.topology;

import java.util.HexFormat;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.EventType;
import si.kazalnik.indicator.domain.identity.Version;

/**
 * What stage one keeps of an identity.
 *
 * @param version of the event that won
 * @param cell key of the cell in which it counts, or null where it was withdrawn
 */
record Held(Version version, @Nullable Bytes cell) {

  private static final int SCHEMA = 1;
  private static final int HASH_BYTES = 32;

  byte[] bytes() {
    return new BytesOut()
        .raw(SCHEMA)
        .raw(code(version.type()))
        .number(version.revision())
        .raw(HexFormat.of().parseHex(version.contentHash()))
        .optionalBytes(cell == null ? null : cell.get())
        .done();
  }

  static Held of(byte[] bytes) {
    BytesIn in = BytesIn.versioned(bytes, SCHEMA);
    EventType type = type(in.raw());
    long revision = in.number();
    String hash = HexFormat.of().formatHex(in.raw(HASH_BYTES));
    return new Held(new Version(revision, type, hash), Bytes.wrap(in.optionalBytes()));
  }

  private static int code(EventType type) {
    return switch (type) {
      case RECORDED -> 'R';
      case COMPLETED -> 'P';
      case CORRECTED -> 'C';
      case WITHDRAWN -> 'W';
    };
  }

  private static EventType type(int code) {
    return switch (code) {
      case 'R' -> EventType.RECORDED;
      case 'P' -> EventType.COMPLETED;
      case 'C' -> EventType.CORRECTED;
      case 'W' -> EventType.WITHDRAWN;
      default -> throw new IllegalStateException("no event type has the code " + code);
    };
  }
}
