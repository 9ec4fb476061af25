/** The rules of the domain, in plain Java: no framework, no clock, no I/O. */
@NullMarked
package si.kazalnik.indicator.domain;

import org.jspecify.annotations.NullMarked;
