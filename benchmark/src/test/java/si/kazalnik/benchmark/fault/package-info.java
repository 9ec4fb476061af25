/** The product as processes of their own, and everything that may happen to them. */
@NullMarked
package si.kazalnik.benchmark.fault;

import org.jspecify.annotations.NullMarked;
