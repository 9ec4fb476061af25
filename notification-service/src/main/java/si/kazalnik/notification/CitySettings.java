package si.kazalnik.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this service knows of the city.
 *
 * @param publicUrl where the public page is, for links
 * @param addresses path of a YAML file {@code role: [address, …]}; empty for none
 * @param instance name of this instance; empty for one made up at every start. With a name that
 *     stays, a restart goes on at once; without, when the dead one's claims have run out
 */
@ConfigurationProperties("kazalnik")
public record CitySettings(
    @DefaultValue("http://localhost:8080") String publicUrl,
    @DefaultValue("") String addresses,
    @DefaultValue("") String instance) {

  /** Without slashes at the end. */
  public String publicUrlWithoutSlash() {
    return publicUrl.replaceAll("/+$", "");
  }
}
