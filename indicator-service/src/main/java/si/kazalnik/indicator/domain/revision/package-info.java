/** Which revisions of a period are published. */
@NullMarked
package si.kazalnik.indicator.domain.revision;

import org.jspecify.annotations.NullMarked;
