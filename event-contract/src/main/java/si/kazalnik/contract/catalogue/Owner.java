package si.kazalnik.contract.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role that answers for indicators; its addresses are kept elsewhere.
 *
 * @param id the role
 * @param language of its mails, one of the strategy's
 * @param escalation role that hears when this one stays silent, or null
 */
public record Owner(
    String id,
    Map<String, String> title,
    String language,
    @Nullable String escalation,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {}
