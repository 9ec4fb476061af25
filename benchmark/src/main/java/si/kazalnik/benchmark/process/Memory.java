package si.kazalnik.benchmark.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Memory of a process, in MiB. */
final class Memory {
  private static final double KIB_A_MIB = 1024;
  private static final List<String> USED = List.of("S0U", "S1U", "EU", "OU");

  private Memory() {}

  /** What of it is in the machine's memory; empty where the machine can't tell. */
  static OptionalDouble resident(Child child) throws IOException {
    String text = said("ps", "-o", "rss=", "-p", Long.toString(child.pid())).strip();
    return text.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Long.parseLong(text) / KIB_A_MIB);
  }

  /** What of a Java process's heap is in use after a full collection. */
  static double heapAfterCollection(Child child) throws IOException {
    String pid = Long.toString(child.pid());
    said(tool("jcmd"), pid, "GC.run");
    return used(said(tool("jstat"), "-gc", pid));
  }

  /** Of what {@code jstat -gc} says, all that is used of the heap. */
  static double used(String jstat) {
    List<String> lines = jstat.strip().lines().toList();
    List<String> names = Arrays.asList(lines.get(0).strip().split("\\s+"));
    List<String> values = Arrays.asList(lines.get(1).strip().split("\\s+"));
    double kib = 0;
    for (String name : USED) {
      String value = values.get(names.indexOf(name));
      // Some collectors have no such space.
      kib += value.equals("-") ? 0 : Double.parseDouble(value);
    }
    return kib / KIB_A_MIB;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String said(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
