package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one way to write `data`, so that equal content has equal bytes. */
final class Canonical {
  static final Comparator<String> BY_CODE_POINT =
      (left, right) -> {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
      };

  private Canonical() {}

  /** Hexadecimal SHA-256; hexadecimal texts compare as the unsigned bytes do. */
  static String hash(Object data) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text(data).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String text(Object value) {
    if (value instanceof Map<?, ?>) {
      return YamlTree.map(value).entrySet().stream()
          .sorted(Map.Entry.comparingByKey(BY_CODE_POINT))
          .map(member -> quoted(member.getKey()) + ":" + text(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> items) {
      return items.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Json.Num number) {
      BigDecimal plain = new BigDecimal(number.text());
      return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }
    if (value instanceof String string) {
      return quoted(string);
    }
    return value == Json.NULL ? "null" : value.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
