package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes keys and values of stores and internal topics. What is fixed in size is big-endian, so
 * that keys sort as their days and instants do; lengths are of variable size.
 */
final class BytesOut {

  private byte[] buffer = new byte[128];
  private int size;

  BytesOut raw(int oneByte) {
    room(1);
    buffer[size++] = (byte) oneByte;
    return this;
  }

  BytesOut raw(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  /** Four bytes. */
  BytesOut fixedInt(int value) {
    return raw(value >>> 24).raw(value >>> 16).raw(value >>> 8).raw(value);
  }

  /** Eight bytes. */
  BytesOut fixedLong(long value) {
    return fixedInt((int) (value >>> 32)).fixedInt((int) value);
  }

  /** One to ten bytes, fewer for small numbers; not negative. */
  BytesOut number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      raw((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    return raw((int) rest);
  }

  /** Four bytes, in the order of days from 1970 on. */
  BytesOut day(LocalDate day) {
    return fixedInt((int) day.toEpochDay());
  }

  /** Twelve bytes, in the order of instants from 1970 on. */
  BytesOut instant(Instant instant) {
    return fixedLong(instant.getEpochSecond()).fixedInt(instant.getNano());
  }

  BytesOut optionalInstant(@Nullable Instant instant) {
    return instant == null ? raw(0) : raw(1).instant(instant);
  }

  /** An id: it holds no zero byte, so that what begins with it is a range. */
  BytesOut id(String id) {
    return raw(id.getBytes(StandardCharsets.UTF_8)).raw(0);
  }

  BytesOut text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  BytesOut optionalText(@Nullable String text) {
    return text == null ? raw(0) : raw(1).text(text);
  }

  BytesOut bytes(byte[] bytes) {
    return number(bytes.length).raw(bytes);
  }

  BytesOut optionalBytes(byte @Nullable [] bytes) {
    return bytes == null ? raw(0) : raw(1).bytes(bytes);
  }

  BytesOut decimal(BigDecimal value) {
    return number(zigzag(value.scale())).bytes(value.unscaledValue().toByteArray());
  }

  BytesOut optionalDecimal(@Nullable BigDecimal value) {
    return value == null ? raw(0) : raw(1).decimal(value);
  }

  /** In the order of the map, which is that of the names wherever it matters. */
  BytesOut texts(Map<String, String> texts) {
    number(texts.size());
    texts.forEach((name, value) -> text(name).text(value));
    return this;
  }

  byte[] done() {
    return Arrays.copyOf(buffer, size);
  }

  private static long zigzag(int value) {
    return ((long) value << 1) ^ (value >> 31);
  }

  private void room(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
