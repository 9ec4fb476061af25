/** Bearer keys of providers and operators. */
@NullMarked
package si.kazalnik.service.keys;

import org.jspecify.annotations.NullMarked;
