package si.kazalnik.indicator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The style sheet and the icon. The style sheet's address holds a hash of it, so that it can be
 * kept for a year and a new one is seen at once.
 */
@Controller
class Assets {

  private static final byte[] STYLE = read("style.css");
  private static final byte[] ICON = read("icon.svg");
  static final String STYLE_ADDRESS = "/style.css?v=" + hash(STYLE);

  @GetMapping("/style.css")
  ResponseEntity<byte[]> style() {
    return answer(STYLE, MediaType.parseMediaType("text/css;charset=UTF-8"), 365);
  }

  @GetMapping("/icon.svg")
  ResponseEntity<byte[]> icon() {
    return answer(ICON, MediaType.parseMediaType("image/svg+xml"), 1);
  }

  private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, int days) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(days)).cachePublic())
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type)
        .body(content);
  }

  private static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
