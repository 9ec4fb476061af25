package si.kazalnik.standalone.data;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import si.kazalnik.service.keys.BearerKeys;
import si.kazalnik.service.keys.HashedKeys;
import si.kazalnik.standalone.StartRefused;

/**
 * The keys of providers and of the operator, made when first needed and kept in a file that the
 * person who started the program can read.
 */
public final class Keys implements BearerKeys {

  private static final int BYTES = 16;
  private static final Pattern HOLDER = Pattern.compile("operator|provider\\.[a-z0-9.-]+");
  private static final Pattern KEY = Pattern.compile("[!-~&&[^\\\\]]+");

  private final SecureRandom random = new SecureRandom();
  private final Path file;
  private final Map<String, String> keys;
  private volatile BearerKeys known;

  private Keys(Path file, Map<String, String> keys) {
    this.file = file;
    this.keys = keys;
    this.known = hashed();
  }

  /**
   * The keys of the file, with the operator's made if it is not there.
   *
   * @throws StartRefused where the file holds something else than keys
   */
  public static Keys in(Path file) {
    Keys keys = new Keys(file, read(file));
    keys.make(OPERATOR);
    return keys;
  }

  /** Makes the keys of those providers that have none yet. */
  public void makeFor(Collection<String> providers) {
    for (String provider : providers) {
      make(PROVIDER + provider);
    }
  }

  /** Holder to key, sorted by holder. */
  public synchronized Map<String, String> all() {
    return new TreeMap<>(keys);
  }

  /**
   * The key of a holder.
   *
   * @throws IllegalArgumentException where none was made for it
   */
  public String of(String holder) {
    String key = all().get(holder);
    if (key == null) {
      throw new IllegalArgumentException("no key was made for " + holder);
    }
    return key;
  }

  /** The file that holds them. */
  public Path file() {
    return file;
  }

  @Override
  public Optional<String> holderOf(@Nullable String authorizationHeader) {
    return known.holderOf(authorizationHeader);
  }

  private synchronized void make(String holder) {
    if (keys.containsKey(holder)) {
      return;
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    keys.put(holder, HexFormat.of().formatHex(secret));
    write();
    known = hashed();
  }

  private BearerKeys hashed() {
    Map<String, String> hashes = new TreeMap<>();
    keys.forEach((holder, key) -> hashes.put(holder, HashedKeys.hashOf(key)));
    return HashedKeys.of(hashes);
  }

  private void write() {
    StringWriter text = new StringWriter();
    keys.forEach((holder, key) -> text.append(holder).append('=').append(key).append('\n'));
    try {
      AtomicFile.writeSecret(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the keys can't be written to " + file, e);
    }
  }

  private static Map<String, String> read(Path file) {
    Properties lines = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        throw refused(file, "it is no properties file in UTF-8", e);
      } catch (IOException e) {
        throw new UncheckedIOException("the keys can't be read from " + file, e);
      }
    }
    Map<String, String> keys = new TreeMap<>();
    for (String holder : lines.stringPropertyNames()) {
      String key = lines.getProperty(holder);
      if (!HOLDER.matcher(holder).matches()) {
        throw refused(file, "`" + holder + "` is neither `operator` nor `provider.<id>`", null);
      }
      // An empty one is none, and what a header can't hold would never open.
      if (!KEY.matcher(key).matches()) {
        throw refused(
            file, "the key of `" + holder + "` is not of letters, digits and signs", null);
      }
      keys.put(holder, key);
    }
    return keys;
  }

  private static StartRefused refused(Path file, String why, @Nullable Exception cause) {
    return new StartRefused(
        "The keys can't be read from "
            + file
            + ": "
            + why
            + ". Mend the line, or delete the file: then new keys are made.",
        cause);
  }
}
