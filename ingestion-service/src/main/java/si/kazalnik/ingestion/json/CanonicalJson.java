package si.kazalnik.ingestion.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The canonical form of JSON by which two contents are compared: members sorted by code point, no
 * white space, texts as in RFC 8785 (section 3.2.2.2), numbers in plain notation without zeros at
 * the end of the fraction.
 *
 * <p>A number whose plain notation would need more than {@value #MOST_ZEROS} zeros of padding keeps
 * an exponent ({@code 1e999999999}): plain notation never has one, so that no two numbers look
 * alike, and nobody makes us write a gigabyte of zeros.
 */
public final class CanonicalJson {

  static final int MOST_ZEROS = 4096;

  private static final HexFormat HEX = HexFormat.of();

  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(CanonicalJson::sha256);

  private CanonicalJson() {}

  /** SHA-256 of the canonical form in UTF-8, 64 lower-case hexadecimal digits. */
  public static String hash(Json json) {
    return HEX.formatHex(SHA_256.get().digest(write(json).getBytes(StandardCharsets.UTF_8)));
  }

  /** The canonical form. */
  public static String write(Json json) {
    StringBuilder out = new StringBuilder(256);
    write(json, out);
    return out.toString();
  }

  private static void write(Json json, StringBuilder out) {
    if (json instanceof Json.Text text) {
      text(text.value(), out);
    } else if (json instanceof Json.Num num) {
      number(num.value(), out);
    } else if (json instanceof Json.Literal literal) {
      out.append(literal.text());
    } else if (json instanceof Json.Items items) {
      out.append('[');
      for (int i = 0; i < items.values().size(); i++) {
        write(items.values().get(i), i == 0 ? out : out.append(','));
      }
      out.append(']');
    } else if (json instanceof JsonObject object) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        JsonObject.Member member = object.members().get(i);
        text(member.name(), i == 0 ? out : out.append(','));
        write(member.value(), out.append(':'));
      }
      out.append('}');
    }
  }

  private static void number(JsonNumber number, StringBuilder out) {
    String digits = number.digits();
    long exponent = number.exponent();
    if (digits.isEmpty()) {
      out.append('0');
      return;
    }
    if (number.negative()) {
      out.append('-');
    }
    if (exponent > MOST_ZEROS || -exponent - digits.length() > MOST_ZEROS) {
      out.append(digits).append('e').append(exponent);
    } else if (exponent >= 0) {
      out.append(digits).append("0".repeat((int) exponent));
    } else if (-exponent >= digits.length()) {
      out.append("0.").append("0".repeat((int) -exponent - digits.length())).append(digits);
    } else {
      int point = digits.length() + (int) exponent;
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i);
        escape(c, out);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\t' -> out.append('t');
      case '\n' -> out.append('n');
      case '\f' -> out.append('f');
      case '\r' -> out.append('r');
      default -> out.append("u00").append(HEX.toHexDigits((byte) c));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
