/** YAML as a reviewer reads it: texts as written, every place known, every fault collected. */
@NullMarked
package si.kazalnik.indicator.catalogue.yaml;

import org.jspecify.annotations.NullMarked;
