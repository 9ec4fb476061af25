/** What every service asks of its MongoDB. */
@NullMarked
package si.kazalnik.service.mongo;

import org.jspecify.annotations.NullMarked;
