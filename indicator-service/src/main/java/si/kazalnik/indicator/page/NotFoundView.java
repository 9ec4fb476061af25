package si.kazalnik.indicator.page;

import java.util.List;

/**
 * A page that says why there is none.
 *
 * @param near what may have been meant
 */
public record NotFoundView(Frame frame, String title, String text, List<Link> near, Link home) {}
