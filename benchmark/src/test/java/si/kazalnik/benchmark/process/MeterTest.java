package si.kazalnik.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.kazalnik.benchmark.result.Sample;

class MeterTest {
  private final Path folder;

  MeterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A worker that burns as many milliseconds of processor time as it is told. */
  public static final class Burner {
    private Burner() {}

    public static void main(String[] arguments) throws IOException {
      Worker.serve(
          words -> {
            long end =
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                    + Long.parseLong(words.get(1)) * 1_000_000;
            while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
              Thread.onSpinWait();
            }
            return "burnt " + words.get(1);
          });
    }
  }

  @Test
  void processor_time_is_told_for_each_process_apart() throws Exception {
    try (Child busy = burner("busy");
        Child idle = burner("idle")) {
      Sample sample =
          Meter.measure("burn", 1_000, List.of(busy), List.of(idle), () -> busy.ask("burn 1000"));

      assertThat(sample.processorSeconds().get("busy")).isGreaterThanOrEqualTo(0.9);
      assertThat(sample.processorSeconds().get("idle"))
          .isLessThan(sample.processorSeconds().get("busy"));
      assertThat(sample.processorMillis()).isEqualTo(sample.processorMillis("busy"));
      assertThat(sample.seconds()).isPositive();
    }
  }

  @Test
  void memory_is_told_and_what_a_worker_fails_with() throws Exception {
    try (Child child = burner("worker")) {
      assertThat(Memory.resident(child).orElse(1)).isPositive();
      assertThat(Memory.heapAfterCollection(child)).isPositive();
      assertThat(child.ask("burn 1")).isEqualTo("burnt 1");
      assertThatThrownBy(() -> child.ask("burn nothing"))
          .hasMessageContaining("worker: failed java.lang.NumberFormatException");
    }
  }

  @Test
  void a_child_ends_with_its_parent() throws Exception {
    Child child = burner("closed");
    child.close();

    assertThatThrownBy(child::requireAlive).hasMessageContaining("closed has ended");
    assertThat(Files.exists(folder.resolve("closed.log"))).isTrue();
  }

  @Test
  void used_heap_is_the_sum_of_its_spaces() {
    assertThat(
            Memory.used(
                """
                    S0C         S1C         S0U         S1U          EC           EU           OC           OU          MC         MU       CCSC      CCSU     YGC     YGCT     FGC    FGCT     CGC    CGCT       GCT
                        0.0      2048.0         0.0      1024.0      23552.0       1024.0      49152.0      10240.0      6592.0     6241.3   768.0     627.1      4     0.015     0     0.000     2     0.003     0.018
                """))
        .isEqualTo(12);
    assertThat(Memory.used("S0U S1U EU OU\n - - 1024.0 1024.0\n")).isEqualTo(2);
  }

  private Child burner(String name) throws IOException, InterruptedException {
    Child child = Child.start(name, Jvm.main(Burner.class), folder);
    assertThat(child.answer()).isEqualTo("ready");
    return child;
  }
}
