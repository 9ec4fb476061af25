package si.kazalnik.standalone.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class HostPortConverter implements ITypeConverter<Options.HostPort> {

  private static final Pattern FORM =
      Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):(?<port>\\d{1,5})");
  private static final int HIGHEST = 65_535;

  @Override
  public Options.HostPort convert(String text) {
    Matcher m = FORM.matcher(text);
    if (m.matches()) {
      int port = Integer.parseInt(m.group("port"));
      if (port >= 1 && port <= HIGHEST) {
        return new Options.HostPort(m.group("host"), port);
      }
    }
    throw new TypeConversionException(
        "`" + text + "` is not a host and a port; write them as localhost:2525");
  }
}
