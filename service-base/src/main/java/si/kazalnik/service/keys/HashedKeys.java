package si.kazalnik.service.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys known by their SHA-256 only. A holder may have several, so that a key can be changed while
 * the old one still works.
 */
public final class HashedKeys implements BearerKeys {

  private static final String SCHEME = "Bearer ";
  private static final String PREFIX = "sha256:";

  private record Key(String holder, String hash) {}

  private final List<Key> keys;

  private HashedKeys(List<Key> keys) {
    this.keys = keys;
  }

  /**
   * Keys from a holder's name to its hashes.
   *
   * @param hashes {@code sha256:<64 hexadecimal digits>}, several parted by commas
   * @throws IllegalArgumentException naming the holder whose hash is not of that form
   */
  public static HashedKeys of(Map<String, String> hashes) {
    List<Key> keys = new ArrayList<>();
    hashes.forEach(
        (holder, list) -> {
          for (String hash : list.split(",", -1)) {
            keys.add(new Key(holder, parse(holder, hash.strip())));
          }
        });
    return new HashedKeys(List.copyOf(keys));
  }

  /** The form in which a key is written down: {@code sha256:} and its hash in hexadecimal. */
  public static String hashOf(String key) {
    return PREFIX + HexFormat.of().formatHex(sha256(key));
  }

  @Override
  public Optional<String> holderOf(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] hash = bytes(hashOf(header.substring(SCHEME.length()).strip()));
    String holder = null;
    // All are compared, so that the time taken tells nothing about which one fits.
    for (Key key : keys) {
      if (MessageDigest.isEqual(bytes(key.hash), hash)) {
        holder = key.holder;
      }
    }
    return Optional.ofNullable(holder);
  }

  private static String parse(String holder, String hash) {
    String lower = hash.toLowerCase(Locale.ROOT);
    if (lower.matches(PREFIX + "[0-9a-f]{64}")) {
      return lower;
    }
    throw new IllegalArgumentException(
        "the key of `" + holder + "` must be written as sha256: and 64 hexadecimal digits");
  }

  private static byte[] bytes(String hash) {
    return hash.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
