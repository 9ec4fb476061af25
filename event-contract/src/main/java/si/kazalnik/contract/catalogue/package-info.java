/** The strategy as the services share it: every default filled in, every reference resolved. */
@NullMarked
package si.kazalnik.contract.catalogue;

import org.jspecify.annotations.NullMarked;
