package si.kazalnik.indicator.page;

import org.jspecify.annotations.Nullable;

/**
 * A value that was published or revised.
 *
 * @param date machine-readable
 * @param day as people write it
 * @param text after the indicator's title
 * @param verdict the period's verdict, or null
 */
public record Change(
    String date,
    String day,
    Link indicator,
    String text,
    @Nullable Chip verdict,
    boolean illustrative) {}
