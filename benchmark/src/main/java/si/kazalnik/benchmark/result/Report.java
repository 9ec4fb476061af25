package si.kazalnik.benchmark.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run says at its end, as Markdown and as JSON. */
public final class Report {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Path folder;
  private final String circumstances;

  /**
   * Of a run.
   *
   * @param folder for {@code benchmark.md} and {@code benchmark.json}
   * @param settings how much was measured
   */
  public Report(Path folder, String settings) {
    this.folder = folder;
    this.circumstances =
        String.format(
            Locale.ROOT,
            "%s; %d processors, Java %s. Only ratios mean anything on another machine.",
            settings,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version());
  }

  /** A part with what was measured in it; printed at once. */
  public void add(String title, String markdown, Object measured) {
    text.append("## ").append(title).append("\n\n").append(markdown).append('\n');
    json.put(title, measured);
    System.out.println(markdown);
  }

  /** Whether a target is reached. */
  public void judge(Verdict verdict) {
    verdicts.add(verdict);
  }

  String markdown() {
    return "# Benchmark\n\n" + circumstances + "\n\n" + targets() + text;
  }

  private String targets() {
    StringBuilder rows = new StringBuilder("| target | bound | measured | |\n|---|--:|--:|---|\n");
    verdicts.forEach(each -> rows.append(each.row()));
    return verdicts.isEmpty() ? "" : rows.append('\n').toString();
  }

  /** Prints which targets were reached. */
  public void printTargets() {
    System.out.println(targets());
  }

  /** Writes what there is; after each part, so that a part that fails takes none with it. */
  public void write() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("benchmark.md"), markdown());
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("circumstances", circumstances);
    whole.put("targets", verdicts);
    whole.putAll(json);
    Files.writeString(
        folder.resolve("benchmark.json"),
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(whole));
  }
}
