package si.kazalnik.service.keys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what over HTTP, known by the key in {@code Authorization: Bearer}. */
public interface BearerKeys {

  /** The holder that may do what an operator may. */
  String OPERATOR = "operator";

  /** What the name of a provider's key begins with. */
  String PROVIDER = "provider.";

  /**
   * The holder of the key in the header.
   *
   * @param authorizationHeader value of {@code Authorization}, or null where there is none
   * @return {@link #OPERATOR}, or {@link #PROVIDER} and the provider's id; empty where the header
   *     is missing, of another scheme, or holds no key of ours
   */
  Optional<String> holderOf(@Nullable String authorizationHeader);
}
