package si.kazalnik.ingestion.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.kazalnik.service.keys.BearerKeys;

/** Who calls. */
@Component
class Caller {

  private final BearerKeys keys;

  Caller(BearerKeys keys) {
    this.keys = keys;
  }

  /** The provider whose key the header bears; empty where it bears none, or the operator's. */
  Optional<String> provider(@Nullable String authorization) {
    return keys.holderOf(authorization)
        .filter(holder -> holder.startsWith(BearerKeys.PROVIDER))
        .map(holder -> holder.substring(BearerKeys.PROVIDER.length()));
  }

  boolean isKnown(@Nullable String authorization) {
    return keys.holderOf(authorization).isPresent();
  }

  /** Whether the header's key may see what concerns the provider. */
  boolean maySee(@Nullable String authorization, String provider) {
    return keys.holderOf(authorization)
        .filter(h -> h.equals(BearerKeys.OPERATOR) || h.equals(BearerKeys.PROVIDER + provider))
        .isPresent();
  }
}
