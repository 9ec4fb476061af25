/** What was measured, as numbers and as tables. */
@NullMarked
package si.kazalnik.benchmark.result;

import org.jspecify.annotations.NullMarked;
