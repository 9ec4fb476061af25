/** Ingestion over HTTP beside a minimal endpoint. */
@NullMarked
package si.kazalnik.benchmark.http;

import org.jspecify.annotations.NullMarked;
