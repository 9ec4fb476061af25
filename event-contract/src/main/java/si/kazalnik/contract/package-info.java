/** What the services say to one another: events, topics, calendar, codec. */
@NullMarked
package si.kazalnik.contract;

import org.jspecify.annotations.NullMarked;
