/** The time that the services go by; it can be set and moved forward for a trial. */
@NullMarked
package si.kazalnik.service.clock;

import org.jspecify.annotations.NullMarked;
