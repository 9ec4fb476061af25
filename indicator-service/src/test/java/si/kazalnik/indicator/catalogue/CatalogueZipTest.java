package si.kazalnik.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;

class CatalogueZipTest {

  private final Faults faults = new Faults();

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] zip(String folder, List<SourceFile> files) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    files.forEach(file -> entries.put(folder + file.path(), file.content()));
    return zip(entries);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_zip_of_the_folder_is_the_same_as_one_of_its_files() throws IOException {
    CatalogueLoad folder = CatalogueLoader.load(Lipa.files());
    for (String top : List.of("", "lipa/", "a/b/")) {
      List<SourceFile> files = CatalogueZip.read(zip(top, Lipa.files()), faults);
      assertThat(CatalogueLoader.load(files)).isEqualTo(folder);
    }
    assertThat(CatalogueZip.read(zip("lipa/", Lipa.files()), faults))
        .extracting(SourceFile::path)
        .containsExactlyInAnyOrderElementsOf(Lipa.FILES);
    assertThat(faults.none()).isTrue();
  }

  @Test
  void what_does_not_belong_to_the_catalogue_is_passed_over() throws IOException {
    Map<String, byte[]> entries =
        Map.of(
            "c/README.md", text("# x"),
            "__MACOSX/c/._a.yaml", text("x"),
            "c/.hidden/a.yaml", text("x"),
            "c/a.yaml", text("owners: []"));
    assertThat(CatalogueZip.read(zip(entries), faults))
        .extracting(SourceFile::path)
        .containsExactly("a.yaml");
    assertThat(faults.none()).isTrue();
  }

  @Test
  void an_entry_outside_of_the_folder_is_a_fault() throws IOException {
    Map<String, byte[]> entries =
        Map.of(
            "../a.yaml", text("x"),
            "/etc/b.yaml", text("x"),
            "c\\..\\d.yaml", text("x"),
            "ok.yaml", text("owners: []"));
    assertThat(CatalogueZip.read(zip(entries), faults)).hasSize(1);
    assertThat(faults.sorted()).hasSize(3);
  }

  @Test
  void a_bomb_is_not_unpacked() throws IOException {
    byte[] zeros = new byte[64 * 1024 * 1024];
    assertThat(zip(Map.of("zeros.bin", zeros)).length).isLessThan(1024 * 1024);
    CatalogueZip.read(zip(Map.of("zeros.bin", zeros)), faults);
    assertThat(faults.sorted())
        .extracting(Fault::message)
        .containsExactly("the ZIP's files are larger than 16 MiB together");
  }

  @Test
  void what_is_no_zip_or_a_broken_one_is_a_fault() throws IOException {
    CatalogueZip.read(text("strategy: {}"), faults);
    assertThat(faults.sorted()).containsExactly(new Fault("", 0, "the body is no ZIP of a folder"));
    byte[] whole = zip("", Lipa.files());
    Faults ofBroken = new Faults();
    CatalogueZip.read(java.util.Arrays.copyOf(whole, whole.length / 3), ofBroken);
    assertThat(ofBroken.none()).isFalse();
  }
}
