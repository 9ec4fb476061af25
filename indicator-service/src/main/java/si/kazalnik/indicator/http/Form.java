package si.kazalnik.indicator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** The form in which a list or values are asked for. */
enum Form {
  JSON,
  CSV,
  /** {@code format} is none of ours. */
  UNKNOWN,
  /** {@code Accept} takes none of ours. */
  NOT_ACCEPTABLE;

  private static final MediaType TEXT_CSV = MediaType.valueOf("text/csv");

  /** By {@code format} if it is there, else by {@code Accept}; JSON where both are silent. */
  static Form of(@Nullable String format, @Nullable String accept) {
    if (format != null) {
      return switch (format) {
        case "json" -> JSON;
        case "csv" -> CSV;
        default -> UNKNOWN;
      };
    }
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      return wanted.stream()
          .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
          .filter(type -> type.getQualityValue() > 0)
          .map(Form::of)
          .filter(form -> form != NOT_ACCEPTABLE)
          .findFirst()
          .orElse(NOT_ACCEPTABLE);
    } catch (InvalidMediaTypeException | InvalidMimeTypeException notATypeOrTooMany) {
      return NOT_ACCEPTABLE;
    }
  }

  private static Form of(MediaType wanted) {
    if (wanted.includes(MediaType.APPLICATION_JSON)
        || wanted.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)) {
      return JSON;
    }
    return wanted.includes(TEXT_CSV) ? CSV : NOT_ACCEPTABLE;
  }
}
