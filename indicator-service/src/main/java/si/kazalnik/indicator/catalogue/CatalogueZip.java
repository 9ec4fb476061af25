package si.kazalnik.indicator.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import si.kazalnik.contract.Topics;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

/**
 * The {@code *.yaml} files in a ZIP of the folder, or of what is in it. Nothing is written to disk,
 * and no more is unpacked than a catalogue may be large.
 */
final class CatalogueZip {

  private static final int MOST_ENTRIES = 5_000;

  private final Faults faults;
  private final Map<String, byte[]> contents = new TreeMap<>();
  private long left = Topics.CATALOGUE_MAX_BYTES;

  private CatalogueZip(Faults faults) {
    this.faults = faults;
  }

  /** The files; what can't be read is a fault. */
  static List<SourceFile> read(byte[] zip, Faults faults) {
    CatalogueZip reading = new CatalogueZip(faults);
    if (zip.length < 4 || zip[0] != 'P' || zip[1] != 'K') {
      faults.add("", 0, "the body is no ZIP of a folder");
      return List.of();
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      reading.readAll(in);
    } catch (IOException | IllegalArgumentException e) {
      faults.add("", 0, "the ZIP can't be read: " + e.getMessage());
    }
    return reading.files();
  }

  private void readAll(ZipInputStream in) throws IOException {
    int entries = 0;
    ZipEntry entry = in.getNextEntry();
    while (entry != null) {
      if (++entries > MOST_ENTRIES) {
        faults.add("", 0, "the ZIP holds more than " + MOST_ENTRIES + " entries");
        return;
      }
      // What does not belong to the catalogue is unpacked too, to get past it: it counts.
      byte[] content = bounded(in);
      if (left < 0) {
        faults.add("", 0, "the ZIP's files are larger than 16 MiB together");
        return;
      }
      take(entry, content);
      entry = in.getNextEntry();
    }
  }

  private byte[] bounded(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int n = in.read(buffer);
    while (n >= 0) {
      left -= n;
      if (left < 0) {
        return new byte[0];
      }
      out.write(buffer, 0, n);
      n = in.read(buffer);
    }
    return out.toByteArray();
  }

  private void take(ZipEntry entry, byte[] content) {
    String path = entry.getName();
    if (entry.isDirectory() || !path.endsWith(".yaml")) {
      return;
    }
    List<String> parts = List.of(path.split("/", -1));
    if (path.contains("\\") || parts.contains("..") || parts.contains("")) {
      faults.add(path, 0, "the ZIP's entry does not lie within the folder");
      return;
    }
    boolean hidden = parts.stream().anyMatch(p -> p.startsWith(".") || p.equals("__MACOSX"));
    if (!hidden && contents.putIfAbsent(path, content) != null) {
      faults.add(path, 0, "the ZIP holds this file twice");
    }
  }

  private List<SourceFile> files() {
    int strip = topFolder().length();
    List<SourceFile> files = new ArrayList<>();
    contents.forEach((path, content) -> files.add(new SourceFile(path.substring(strip), content)));
    return files;
  }

  // A ZIP of the folder itself: its name is no part of the files' names.
  private String topFolder() {
    List<String> tops =
        contents.keySet().stream()
            .map(path -> path.substring(0, path.indexOf('/') + 1))
            .distinct()
            .toList();
    return tops.size() == 1 ? tops.get(0) : "";
  }
}
