/** The benchmark's job by Apache Flink. */
@NullMarked
package si.kazalnik.benchmark.flink;

import org.jspecify.annotations.NullMarked;
