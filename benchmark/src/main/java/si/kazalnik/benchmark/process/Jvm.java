package si.kazalnik.benchmark.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Commands that start Java; all get the same memory and the JDK's own choice of everything else.
 */
public final class Jvm {
  private static final String LOADER = "org.springframework.boot.loader.launch.PropertiesLauncher";

  /** What each is given unless it is said otherwise. */
  public static final int GIGABYTES = 1;

  private Jvm() {}

  /** A class of this program, on the class path of this process. */
  public static List<String> main(Class<?> program, Object... arguments) {
    List<String> command = java();
    String jar = System.getProperty("loader.path");
    boolean nested = jar != null;
    if (nested) {
      command.add("-Dloader.path=" + jar);
      command.add("-Dloader.main=" + program.getName());
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(nested ? LOADER : program.getName());
    return with(command, arguments);
  }

  /** A jar that can be run, with so many GiB of heap at most. */
  public static List<String> jar(int gigabytes, Path jar, Object... arguments) {
    List<String> command = java(gigabytes);
    command.addAll(List.of("-jar", jar.toString()));
    return with(command, arguments);
  }

  /** Any class, on a class path of its own. */
  public static List<String> main(String program, String classPath, List<String> options) {
    List<String> command = java();
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program));
    return command;
  }

  private static List<String> java() {
    return java(GIGABYTES);
  }

  private static List<String> java(int gigabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + gigabytes + "g");
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    return command;
  }

  private static List<String> with(List<String> command, Object... arguments) {
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return command;
  }
}
