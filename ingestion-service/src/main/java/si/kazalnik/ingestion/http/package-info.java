/** HTTP at the edge: events in, receipts and balance out. */
@NullMarked
package si.kazalnik.ingestion.http;

import org.jspecify.annotations.NullMarked;
