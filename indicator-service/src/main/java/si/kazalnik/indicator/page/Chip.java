package si.kazalnik.indicator.page;

/** A status: shape, colour, and the words that say the same. */
public record Chip(State state, String text) {}
