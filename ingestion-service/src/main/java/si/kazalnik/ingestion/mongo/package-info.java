/**
 * MongoDB at the edge: receipts, rejections and balances, all refilled from Kafka at any time.
 * Every write is idempotent, and what has been read is recorded beside what came of it. Receipts
 * and rejections are deleted when their topics drop them; balances stay.
 */
@NullMarked
package si.kazalnik.ingestion.mongo;

import org.jspecify.annotations.NullMarked;
