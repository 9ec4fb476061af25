package si.kazalnik.indicator.page.chart;

import java.util.List;

/**
 * A drawing of one size.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param description what one sees in it, in words
 */
public record Drawing(
    String id, int width, int height, String title, String description, List<Mark> marks) {}
