/** Sample measurements: facts where there are some, the rest invented by rule from a seed. */
@NullMarked
package si.kazalnik.standalone.samples;

import org.jspecify.annotations.NullMarked;
