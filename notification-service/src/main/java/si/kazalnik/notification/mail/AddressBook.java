package si.kazalnik.notification.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import si.kazalnik.notification.CitySettings;
import si.kazalnik.notification.NotificationSettings;

/**
 * Where roles are reached: from the file at {@code kazalnik.addresses}, read at the start. A file
 * that can't be read stops the start.
 */
@Component
public class AddressBook {

  private static final String KEY = "kazalnik.addresses";
  private static final Pattern ADDRESS = Pattern.compile("[^\\p{Cc}\\p{Z}@]+@[^\\p{Cc}\\p{Z}@]+");
  private static final String INVENTED_DOMAIN = "@example.si";

  private final Map<String, List<String>> addresses;
  private final boolean invent;

  AddressBook(CitySettings city, NotificationSettings notifications) {
    this.addresses = city.addresses().isEmpty() ? Map.of() : read(Path.of(city.addresses()));
    this.invent = notifications.inventAddresses();
  }

  /** The addresses of a role; empty where none is known. */
  public List<String> of(String role) {
    List<String> known = addresses.getOrDefault(role, List.of());
    return known.isEmpty() && invent ? List.of(role + INVENTED_DOMAIN) : known;
  }

  private static Map<String, List<String>> read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** The roles of a file's content; whatever is wrong with it names the file. */
  static Map<String, List<String>> parse(String file, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return entries(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (CharacterCodingException | RuntimeException e) {
      // The library has exceptions of its own, and lets others through.
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(String file, Exception why) {
    return new IllegalArgumentException(
        KEY
            + " is `"
            + file
            + "`, which is no readable YAML of the form `role: [address, …]`: "
            + why.getMessage(),
        why);
  }

  private static Map<String, List<String>> entries(Object content) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    if (content == null) {
      return found;
    }
    if (!(content instanceof Map<?, ?> roles)) {
      throw new IllegalArgumentException("it holds no roles");
    }
    roles.forEach((role, listed) -> found.put(String.valueOf(role), addresses(role, listed)));
    return found;
  }

  private static List<String> addresses(Object role, Object listed) {
    List<?> given = listed instanceof List<?> several ? several : Collections.singletonList(listed);
    List<String> addresses = new ArrayList<>();
    for (Object each : given) {
      if (!(each instanceof String address) || !ADDRESS.matcher(address).matches()) {
        throw new IllegalArgumentException("`" + each + "` of `" + role + "` is no address");
      }
      addresses.add(address);
    }
    return List.copyOf(addresses);
  }
}
