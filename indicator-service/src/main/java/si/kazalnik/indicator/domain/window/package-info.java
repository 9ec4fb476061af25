/** Which days a period looks at, and which periods a day touches. */
@NullMarked
package si.kazalnik.indicator.domain.window;

import org.jspecify.annotations.NullMarked;
