/** What a catalogue would change of the one in force, for those who review it. */
@NullMarked
package si.kazalnik.indicator.catalogue.comparison;

import org.jspecify.annotations.NullMarked;
