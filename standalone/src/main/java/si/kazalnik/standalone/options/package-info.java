/** What the command line says. */
@NullMarked
package si.kazalnik.standalone.options;

import org.jspecify.annotations.NullMarked;
