package si.kazalnik.indicator.catalogue.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import si.kazalnik.contract.catalogue.Input;

/**
 * What is computed, at one time.
 *
 * @param names of all inputs, those too that could not be read
 * @param inputs those that could be read, sorted by name
 */
record Definition(Set<String> names, List<Input> inputs, Optional<String> formula) {}
