package si.kazalnik.contract.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A short dated description, linked to the measures to which it contributes. */
public record Project(
    String id,
    Map<String, String> title,
    Map<String, String> description,
    LocalDate date,
    List<String> measures,
    @Nullable String link,
    boolean illustrative,
    @Nullable String source,
    Map<String, String> note) {}
