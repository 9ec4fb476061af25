/** Values in MongoDB: how they get there from {@code indicator-values}, and how they are read. */
@NullMarked
package si.kazalnik.indicator.store;

import org.jspecify.annotations.NullMarked;
