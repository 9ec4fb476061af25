package si.kazalnik.benchmark.oracle;

/**
 * Whether a deviation must be open on a judged tuple.
 *
 * @param cell the value of the dimension; empty for the headline
 * @param period the latest judged one
 * @param judged what was published of it
 */
public record Incident(
    String indicator, String cell, boolean open, String period, Published judged) {}
