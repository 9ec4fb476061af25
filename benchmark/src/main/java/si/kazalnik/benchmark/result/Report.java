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

  /** A part with what was measured in it. */
  public void add(String title, String markdown, Object measured) {
    text.append("## ").append(title).append("\n\n").append(markdown).append('\n');
    json.put(title, measured);
    System.out.println(markdown);
  }

  /** Whether a target is reached. */
  public void judge(Verdict verdict) {
    verdicts.add(verdict);
  }

  String markdown(String circumstances) {
    StringBuilder all = new StringBuilder("# Benchmark\n\n").append(circumstances).append("\n\n");
    if (!verdicts.isEmpty()) {
      all.append("| target | bound | measured | |\n|---|--:|--:|---|\n");
      verdicts.forEach(each -> all.append(each.row()));
      all.append('\n');
    }
    return all.append(text).toString();
  }

  /** Writes {@code benchmark.md} and {@code benchmark.json} and prints the first. */
  public void write(Path folder, String settings) throws IOException {
    String circumstances =
        String.format(
            Locale.ROOT,
            "%s; %d processors, Java %s. Only ratios mean anything on another machine.",
            settings,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version());
    Files.createDirectories(folder);
    String markdown = markdown(circumstances);
    System.out.println(markdown);
    Files.writeString(folder.resolve("benchmark.md"), markdown);
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
