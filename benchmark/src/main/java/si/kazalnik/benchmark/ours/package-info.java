/** Our services as processes of their own, with their real settings. */
@NullMarked
package si.kazalnik.benchmark.ours;

import org.jspecify.annotations.NullMarked;
