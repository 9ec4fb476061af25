/** Commands about a catalogue's folder that start nothing: for a city's own review and CI. */
@NullMarked
package si.kazalnik.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
