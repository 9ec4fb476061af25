/** What every service stands on: clock, topics, catalogue, problems, keys. */
@NullMarked
package si.kazalnik.service;

import org.jspecify.annotations.NullMarked;
