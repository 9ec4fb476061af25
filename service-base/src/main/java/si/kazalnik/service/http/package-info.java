/** Refusals over HTTP. */
@NullMarked
package si.kazalnik.service.http;

import org.jspecify.annotations.NullMarked;
