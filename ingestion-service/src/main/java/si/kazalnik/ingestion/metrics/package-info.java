/** What a dashboard sees. */
@NullMarked
package si.kazalnik.ingestion.metrics;

import org.jspecify.annotations.NullMarked;
