/**
 * An independent computation of everything that the API must answer, written from the rules alone.
 *
 * <p>It shares no code with the services, keeps every surviving measurement in a list and computes
 * each period from scratch. It is slow and plain on purpose.
 */
@NullMarked
package si.kazalnik.benchmark.oracle;

import org.jspecify.annotations.NullMarked;
