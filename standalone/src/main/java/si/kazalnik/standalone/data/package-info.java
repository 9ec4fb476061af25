/** The folder in which the standalone keeps everything. */
@NullMarked
package si.kazalnik.standalone.data;

import org.jspecify.annotations.NullMarked;
