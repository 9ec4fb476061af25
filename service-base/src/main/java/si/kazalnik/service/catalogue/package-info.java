/** The catalogue as the services read it from its topic. */
@NullMarked
package si.kazalnik.service.catalogue;

import org.jspecify.annotations.NullMarked;
