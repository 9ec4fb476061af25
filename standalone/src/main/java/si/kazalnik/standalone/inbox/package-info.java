/** A mail server that keeps what it gets, and a page that shows it. */
@NullMarked
package si.kazalnik.standalone.inbox;

import org.jspecify.annotations.NullMarked;
