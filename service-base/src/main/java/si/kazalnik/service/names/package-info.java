/** Help for who misspelt a name. */
@NullMarked
package si.kazalnik.service.names;

import org.jspecify.annotations.NullMarked;
