package si.kazalnik.contract;

import java.util.List;

/**
 * How many of the subjects expected to report have done so, over all rosters of an indicator.
 *
 * @param reported subjects that reported or completed in the period
 * @param expected subjects on the rosters
 * @param missing those that did neither, sorted by code point
 */
public record Coverage(int reported, int expected, List<String> missing) {}
