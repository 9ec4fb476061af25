package si.kazalnik.indicator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to give as {@code cursor} for the rest; null where this is the end
 */
record ItemList<T>(List<T> items, @Nullable String next) {}
