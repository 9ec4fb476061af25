/** Runs the product as a process, loads it, kills it, and compares what it answers. */
@NullMarked
package si.kazalnik.benchmark.run;

import org.jspecify.annotations.NullMarked;
