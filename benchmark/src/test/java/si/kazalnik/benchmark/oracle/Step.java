package si.kazalnik.benchmark.oracle;

import java.time.Instant;
import java.util.List;

/** The clock moved to {@code now}; then these events came, and everything settled. */
public record Step(Instant now, List<Sent> events) {}
