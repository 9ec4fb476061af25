/** The two languages of the pages: words, plurals, numbers, dates, names of periods. */
@NullMarked
package si.kazalnik.indicator.page.text;

import org.jspecify.annotations.NullMarked;
