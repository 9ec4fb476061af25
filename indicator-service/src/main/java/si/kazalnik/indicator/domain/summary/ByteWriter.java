package si.kazalnik.indicator.domain.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes compact binary: whole numbers seven bits a byte, signs folded into the lowest bit. */
final class ByteWriter {

  private static final int LONG_BITS = 63;

  private byte[] bytes = new byte[96];
  private int size;

  void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  void unsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  void signed(long value) {
    unsigned((value << 1) ^ (value >> LONG_BITS));
  }

  /** Eight bytes. */
  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      octet((int) (value >>> shift));
    }
  }

  void text(String text) {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  void instant(Instant instant) {
    signed(instant.getEpochSecond());
    unsigned(instant.getNano());
  }

  void number(BigDecimal number) {
    BigInteger digits = number.unscaledValue();
    boolean isLong = digits.bitLength() <= LONG_BITS;
    unsigned(((long) number.scale() << 1) | (isLong ? 0 : 1));
    if (isLong) {
      signed(digits.longValue());
    } else {
      block(digits.toByteArray());
    }
  }

  private void block(byte[] block) {
    unsigned(block.length);
    if (size + block.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, (size + block.length) * 2);
    }
    System.arraycopy(block, 0, bytes, size, block.length);
    size += block.length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
