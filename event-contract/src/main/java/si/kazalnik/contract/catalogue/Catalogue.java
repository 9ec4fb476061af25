package si.kazalnik.contract.catalogue;

import java.util.List;

/**
 * One version of a strategy, whole. Texts are maps from language to text and hold every language of
 * the strategy; a text that was left out is an empty map. Every default of the YAML form is filled
 * in; every reference points to something. What is {@code illustrative} is invented; {@code source}
 * is the address that a fact comes from; {@code note} is the office's own remark on it.
 *
 * @param version hash of the content, hexadecimal; the same content always has the same version
 * @param owners sorted by id, as are {@code providers}, {@code series} and {@code projects}
 * @param indicators in the order of the measures that they serve first, then in that of the files
 */
public record Catalogue(
    String version,
    Strategy strategy,
    List<Owner> owners,
    List<Provider> providers,
    List<Series> series,
    List<Indicator> indicators,
    List<Project> projects) {}
