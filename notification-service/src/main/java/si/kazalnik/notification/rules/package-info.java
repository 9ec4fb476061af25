/** Who is told of what, once, and together with what: plain rules. */
@NullMarked
package si.kazalnik.notification.rules;

import org.jspecify.annotations.NullMarked;
