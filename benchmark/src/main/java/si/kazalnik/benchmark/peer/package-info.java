/** What ours is compared with, each in a process of its own. */
@NullMarked
package si.kazalnik.benchmark.peer;

import org.jspecify.annotations.NullMarked;
