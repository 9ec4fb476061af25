package si.kazalnik.service.http;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MimeType;

/** Refusals over HTTP as RFC 9457 problems with a stable {@code type}. */
public final class Problems {

  /** {@code application/problem+json}. */
  public static final MimeType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

  private static final String TYPE = "urn:kazalnik:problem:";

  private Problems() {}

  /**
   * A problem.
   *
   * @param slug stable for ever, becomes the end of {@code type}
   * @param title what kind of refusal, the same for every one of the slug
   * @param detail what, where and how to mend it
   */
  public static ProblemDetail of(HttpStatus status, String slug, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + slug));
    problem.setTitle(title);
    return problem;
  }
}
