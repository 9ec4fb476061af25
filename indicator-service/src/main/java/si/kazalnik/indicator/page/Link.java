package si.kazalnik.indicator.page;

/** Somewhere to go. */
public record Link(String href, String text) {}
