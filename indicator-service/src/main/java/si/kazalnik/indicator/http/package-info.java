/** Open data over HTTP: the strategy, its indicators and their values, as JSON and CSV. */
@NullMarked
package si.kazalnik.indicator.http;

import org.jspecify.annotations.NullMarked;
