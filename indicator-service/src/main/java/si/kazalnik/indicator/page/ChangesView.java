package si.kazalnik.indicator.page;

import java.util.List;

/** What was published and revised last, newest first. */
public record ChangesView(Frame frame, List<Change> changes) {}
