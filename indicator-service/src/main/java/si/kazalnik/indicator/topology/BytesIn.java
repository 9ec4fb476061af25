package si.kazalnik.indicator.topology;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BytesOut} wrote, in the same order. */
final class BytesIn {

  private final byte[] buffer;
  private int at;

  BytesIn(byte[] buffer) {
    this.buffer = buffer;
  }

  /**
   * A value that begins with its schema version.
   *
   * @throws IllegalStateException where this code knows no such version
   */
  static BytesIn versioned(byte[] buffer, int version) {
    BytesIn in = new BytesIn(buffer);
    int found = in.raw();
    if (found != version) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "stored value of version %d, but %d is known", found, version));
    }
    return in;
  }

  /** Goes on behind so many bytes more. */
  BytesIn after(int bytes) {
    at += bytes;
    return this;
  }

  boolean hasMore() {
    return at < buffer.length;
  }

  int raw() {
    return buffer[at++] & 0xFF;
  }

  byte[] raw(int length) {
    byte[] bytes = Arrays.copyOfRange(buffer, at, at + length);
    at += length;
    return bytes;
  }

  int fixedInt() {
    return raw() << 24 | raw() << 16 | raw() << 8 | raw();
  }

  long fixedLong() {
    return (long) fixedInt() << 32 | (fixedInt() & 0xFFFFFFFFL);
  }

  long number() {
    long value = 0;
    int shift = 0;
    int each;
    do {
      each = raw();
      value |= (long) (each & 0x7F) << shift;
      shift += 7;
    } while ((each & 0x80) != 0);
    return value;
  }

  int count() {
    return Math.toIntExact(number());
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(fixedInt());
  }

  Instant instant() {
    return Instant.ofEpochSecond(fixedLong(), fixedInt());
  }

  @Nullable Instant optionalInstant() {
    return raw() == 0 ? null : instant();
  }

  String id() {
    int end = at;
    while (buffer[end] != 0) {
      end++;
    }
    String id = new String(buffer, at, end - at, StandardCharsets.UTF_8);
    at = end + 1;
    return id;
  }

  String text() {
    int length = count();
    String text = new String(buffer, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  @Nullable String optionalText() {
    return raw() == 0 ? null : text();
  }

  byte[] bytes() {
    return raw(count());
  }

  byte @Nullable [] optionalBytes() {
    return raw() == 0 ? null : bytes();
  }

  BigDecimal decimal() {
    long scale = number();
    return new BigDecimal(new BigInteger(bytes()), (int) ((scale >>> 1) ^ -(scale & 1)));
  }

  @Nullable BigDecimal optionalDecimal() {
    return raw() == 0 ? null : decimal();
  }

  Map<String, String> texts() {
    int count = count();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      texts.put(text(), text());
    }
    return Collections.unmodifiableMap(texts);
  }

  byte[] rest() {
    return raw(buffer.length - at);
  }
}
