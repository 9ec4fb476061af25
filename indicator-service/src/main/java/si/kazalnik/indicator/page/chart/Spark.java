package si.kazalnik.indicator.page.chart;

import java.util.List;

/**
 * A drawing of 170 by 40 pixels, the years of the strategy from left to right.
 *
 * @param label what one sees in it, in words
 */
public record Spark(String label, List<Mark> marks, List<Mark> years) {}
