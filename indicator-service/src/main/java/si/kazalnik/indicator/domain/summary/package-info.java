/** Where measurements lie, and the mergeable summaries that are kept of them. */
@NullMarked
package si.kazalnik.indicator.domain.summary;

import org.jspecify.annotations.NullMarked;
