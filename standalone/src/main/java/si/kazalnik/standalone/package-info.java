/** Everything in one process: broker, database, three services, inbox. */
@NullMarked
package si.kazalnik.standalone;

import org.jspecify.annotations.NullMarked;
