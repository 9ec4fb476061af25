package si.kazalnik.standalone.options;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param catalogue folder of another catalogue, or null for Ljubljana's
 * @param data folder in which everything is kept
 * @param empty whether there are no sample measurements and no live ones
 * @param fresh whether what was kept is forgotten first
 * @param clock where a set clock stands, or null for the system's
 * @param mail another mail server, or null for the built-in inbox
 * @param mongodb connection string of another database, or null for the embedded one
 * @param kafka {@code host:port} of another broker, or null for the embedded one
 * @param ports where it listens
 */
public record Options(
    @Nullable Path catalogue,
    Path data,
    boolean empty,
    boolean fresh,
    @Nullable Instant clock,
    @Nullable HostPort mail,
    @Nullable String mongodb,
    @Nullable HostPort kafka,
    Ports ports) {

  /** Where something listens. */
  public record HostPort(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
