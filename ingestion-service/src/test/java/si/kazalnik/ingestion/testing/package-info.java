/** What several tests need: a small catalogue, a running service. */
@NullMarked
package si.kazalnik.ingestion.testing;

import org.jspecify.annotations.NullMarked;
