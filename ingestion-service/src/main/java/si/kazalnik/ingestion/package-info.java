/** The ingestion service: decides which events of the city systems are measurements. */
@NullMarked
package si.kazalnik.ingestion;

import org.jspecify.annotations.NullMarked;
