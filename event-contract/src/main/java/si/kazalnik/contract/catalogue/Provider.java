package si.kazalnik.contract.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A city system or institution that publishes.
 *
 * @param sources what an envelope's {@code source} may be
 * @param contact role that hears when the provider is silent
 * @param csv how its spreadsheets are written
 */
public record Provider(
    String id,
    Map<String, String> title,
    List<String> sources,
    String contact,
    Csv csv,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {

  /**
   * The form of a provider's CSV files.
   *
   * @param encoding name of a character set
   * @param separator one character
   * @param decimal one character
   */
  public record Csv(String encoding, String separator, String decimal) {}
}
