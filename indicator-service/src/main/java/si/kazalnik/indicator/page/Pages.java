package si.kazalnik.indicator.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders the precompiled templates. Every cache may keep a page but must ask whether it still
 * holds; nothing but our own style sheet and pictures may be loaded, and no script at all.
 */
@Component
class Pages {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());

  ResponseEntity<byte[]> show(Edition edition, String template, Object view) {
    return answer(HttpStatus.OK, edition)
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .body(render(template, view));
  }

  ResponseEntity<byte[]> missing(Edition edition, NotFoundView view) {
    return answer(HttpStatus.NOT_FOUND, edition)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(render("missing.jte", view));
  }

  /** What is over in a moment, or so we hope. */
  ResponseEntity<byte[]> unavailable(HttpStatus status, Edition edition, NotFoundView view) {
    return answer(status, edition)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(render("missing.jte", view));
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status, Edition edition) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, edition.language().code())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin");
  }

  String text(String template, Object view) {
    StringOutput output = new StringOutput();
    engine.render(template, view, output);
    return output.toString();
  }

  private byte[] render(String template, Object view) {
    return text(template, view).getBytes(StandardCharsets.UTF_8);
  }
}
