package si.kazalnik.notification.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import si.kazalnik.service.http.Problems;

/** Refusals of this API. */
final class Refusal {

  private Refusal() {}

  static ErrorResponseException unauthorized() {
    ErrorResponseException refusal =
        new ErrorResponseException(
            HttpStatus.UNAUTHORIZED,
            Problems.of(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "The operator's key is needed",
                "Send the operator's key as `Authorization: Bearer …`."),
            null);
    refusal.getHeaders().set("WWW-Authenticate", "Bearer");
    return refusal;
  }

  static ErrorResponseException unknown(String detail) {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        Problems.of(HttpStatus.NOT_FOUND, "unknown-id", "There is nothing of that id", detail),
        null);
  }

  static int number(String name, String given, int least, int most) {
    if (given.matches("\\d{1,6}")) {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw bad(
        "`"
            + name
            + "` is `"
            + given
            + "`; allowed are whole numbers from "
            + least
            + " to "
            + most
            + ".");
  }

  static void unknownParameters(HttpServletRequest request, List<String> allowed) {
    for (String name : request.getParameterMap().keySet()) {
      if (!allowed.contains(name)) {
        throw bad("`" + name + "` is no parameter; allowed are " + allowed + ".");
      }
    }
  }

  private static ErrorResponseException bad(String detail) {
    return new ErrorResponseException(
        HttpStatus.BAD_REQUEST,
        Problems.of(
            HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter is not as it must be", detail),
        null);
  }
}
