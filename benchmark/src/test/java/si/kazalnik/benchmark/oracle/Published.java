package si.kazalnik.benchmark.oracle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The published fields of one period. Numbers are stripped of trailing zeros. */
public record Published(
    @Nullable BigDecimal value,
    @Nullable String reason,
    @Nullable Integer measurements,
    @Nullable String performance,
    @Nullable BigDecimal expected,
    @Nullable BigDecimal target) {}
