package si.kazalnik.indicator.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An indicator's values, as known at {@code asOf}, or now where that is null. */
record ValueList(String indicator, String unit, @Nullable Instant asOf, List<ValueItem> values) {}
