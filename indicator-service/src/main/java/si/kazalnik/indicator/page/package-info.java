/** The public pages, rendered here, in Slovene and English, without script. */
@NullMarked
package si.kazalnik.indicator.page;

import org.jspecify.annotations.NullMarked;
