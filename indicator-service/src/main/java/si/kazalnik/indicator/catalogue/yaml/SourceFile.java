package si.kazalnik.indicator.catalogue.yaml;

/**
 * A file of a catalogue.
 *
 * @param path within the folder, parted by {@code /}
 * @param content its bytes, UTF-8 where it is in order
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
public record SourceFile(String path, byte[] content) {}
