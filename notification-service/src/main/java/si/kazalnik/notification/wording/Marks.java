package si.kazalnik.notification.wording;

import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.Performance;
import si.kazalnik.notification.wording.MailContent.Mark;

/** Shape and colour of each status; the colours are those of the page on white. */
final class Marks {

  static final Mark GOOD = new Mark("\u25cf", "#00675b");
  static final Mark DATA_MISSING = new Mark("\u25cc", "#5d636a");
  static final Mark FAILED = new Mark("\u2612", "#ab310d");

  private Marks() {}

  /** Of a verdict; null stands for unjudged. */
  static Mark of(@Nullable Performance performance) {
    if (performance == null) {
      return DATA_MISSING;
    }
    return switch (performance) {
      case MET -> new Mark("\u2713", "#00675b");
      case ON_TRACK -> GOOD;
      case AT_RISK -> new Mark("\u25b2", "#875500");
      case OFF_TRACK -> new Mark("\u25c6", "#ab310d");
      case MISSED -> FAILED;
      case NOT_DUE -> new Mark("\u25cb", "#5d636a");
      case NO_TARGET -> new Mark("\u2013", "#5d636a");
    };
  }
}
