/** That every rule of the domain is quoted by a test. */
@NullMarked
package si.kazalnik.standalone.rules;

import org.jspecify.annotations.NullMarked;
