/** What the public sees at one moment: catalogue, values and what they say, read together. */
@NullMarked
package si.kazalnik.indicator.published;

import org.jspecify.annotations.NullMarked;
