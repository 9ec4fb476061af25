/** Help for who misspelt a name, and the names of what is counted. */
@NullMarked
package si.kazalnik.service.names;

import org.jspecify.annotations.NullMarked;
