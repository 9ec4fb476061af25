/** Drawings of an indicator, as marks on a plane; templates write them as SVG. */
@NullMarked
package si.kazalnik.indicator.page.chart;

import org.jspecify.annotations.NullMarked;
