/** The catalogue's form: every key, default and rule, and the model that comes of it. */
@NullMarked
package si.kazalnik.indicator.catalogue.form;

import org.jspecify.annotations.NullMarked;
