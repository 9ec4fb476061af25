/** Reporting periods and their notation, shared by all services. */
@NullMarked
package si.kazalnik.contract.calendar;

import org.jspecify.annotations.NullMarked;
