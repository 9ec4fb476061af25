package si.kazalnik.indicator.http;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.Coverage;

/**
 * Rows of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it; numbers, which we write ourselves, don't.
 */
final class Csv {

  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  Csv text(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return raw("");
    }
    return raw(FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : '\'' + cell);
  }

  Csv number(@Nullable BigDecimal number) {
    return raw(number == null ? "" : number.toPlainString());
  }

  Csv number(@Nullable Long number) {
    return raw(number == null ? "" : Long.toString(number));
  }

  Csv words(Collection<String> words) {
    return text(String.join(" ", words));
  }

  Csv bounds(@Nullable Bounds bounds) {
    if (bounds == null || bounds.value() != null) {
      return number(bounds == null ? null : bounds.value());
    }
    return raw(plain(bounds.low()) + ".." + plain(bounds.high()));
  }

  Csv coverage(@Nullable Coverage coverage) {
    return raw(coverage == null ? "" : coverage.reported() + "/" + coverage.expected());
  }

  /** What needs no guard: a constant, an instant, a boolean. */
  Csv raw(@Nullable Object cell) {
    String content = cell == null ? "" : cell.toString();
    text.append(rowBegun ? "," : "");
    rowBegun = true;
    boolean quoted = content.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    text.append(quoted ? '"' + content.replace("\"", "\"\"") + '"' : content);
    return this;
  }

  void endRow() {
    text.append("\r\n");
    rowBegun = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
