package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What `GET /v1/indicators` says of one indicator. */
public record Summary(
    @Nullable String latestPeriod,
    @Nullable BigDecimal latestValue,
    String performance,
    @Nullable String performancePeriod,
    String dataHealth,
    @Nullable Instant dueAt) {}
