package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    return bytes[at++] & 0xFF;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
  }

  long signed() {
    long folded = unsigned();
    return (folded >>> 1) ^ -(folded & 1);
  }

  long fixed() {
    long value = 0;
    for (int n = 0; n < Long.BYTES; n++) {
      value = value << 8 | octet();
    }
    return value;
  }

  String text() {
    int length = (int) unsigned();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  Instant instant() {
    long seconds = signed();
    return Instant.ofEpochSecond(seconds, unsigned());
  }

  BigDecimal number() {
    long head = unsigned();
    int scale = (int) (head >>> 1);
    if ((head & 1) == 0) {
      return BigDecimal.valueOf(signed(), scale);
    }
    int length = (int) unsigned();
    at += length;
    return new BigDecimal(new BigInteger(bytes, at - length, length), scale);
  }
}
