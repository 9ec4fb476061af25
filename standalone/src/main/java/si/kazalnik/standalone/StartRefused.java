package si.kazalnik.standalone;

import org.jspecify.annotations.Nullable;

/** The start can't go on; the message is a sentence for the person who started it. */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence);
  }

  public StartRefused(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
