/** Receipts: signed, so that one can be asked for before any store has heard of it. */
@NullMarked
package si.kazalnik.ingestion.receipt;

import org.jspecify.annotations.NullMarked;
