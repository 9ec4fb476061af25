/**
 * Whether an event is accepted, and if not, why: plain Java on records, without framework, broker
 * or codec.
 */
@NullMarked
package si.kazalnik.ingestion.validation;

import org.jspecify.annotations.NullMarked;
