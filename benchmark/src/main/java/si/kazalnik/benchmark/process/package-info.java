/** The processes of a run, what they use, and how they are told what to do. */
@NullMarked
package si.kazalnik.benchmark.process;

import org.jspecify.annotations.NullMarked;
