/** Topics as the contract wants them. */
@NullMarked
package si.kazalnik.service.kafka;

import org.jspecify.annotations.NullMarked;
