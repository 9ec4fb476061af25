package si.kazalnik.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** As in an executable jar, another class loader than the system's loads the library. */
class NativeLz4Test {

  @Test
  void batches_are_packed_by_native_code_whoever_loads_it()
      throws IOException, ReflectiveOperationException {
    Assumptions.assumeTrue(
        System.getProperty("os.arch").equals("amd64"), "skipped: no amd64, perhaps no native LZ4");
    try (URLClassLoader other =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      assertThat(fastest(other)).doesNotContain("JNI");
      Method load = other.loadClass(NativeLz4.class.getName()).getDeclaredMethod("load");
      load.setAccessible(true);
      load.invoke(null);
      assertThat(fastest(other)).contains("JNI");
    }
  }

  private static String fastest(ClassLoader loader) throws ReflectiveOperationException {
    return String.valueOf(
        loader.loadClass("net.jpountz.lz4.LZ4Factory").getMethod("fastestInstance").invoke(null));
  }

  private static URL[] classPath() throws MalformedURLException {
    List<String> entries =
        Arrays.asList(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    URL[] urls = new URL[entries.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = new File(entries.get(i)).toURI().toURL();
    }
    return urls;
  }
}
