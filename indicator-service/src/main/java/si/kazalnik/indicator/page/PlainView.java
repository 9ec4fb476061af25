package si.kazalnik.indicator.page;

import java.util.List;

/**
 * A page of prose about the site.
 *
 * @param office who answers for the strategy
 * @param example addresses that show what the text speaks of
 */
public record PlainView(Frame frame, String title, String office, List<Link> example) {}
