/** JSON as plain values, and its canonical form: no framework, no codec. */
@NullMarked
package si.kazalnik.ingestion.json;

import org.jspecify.annotations.NullMarked;
