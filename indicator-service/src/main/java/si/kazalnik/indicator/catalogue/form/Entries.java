package si.kazalnik.indicator.catalogue.form;

import si.kazalnik.indicator.catalogue.yaml.Fields;
import si.kazalnik.indicator.catalogue.yaml.Item;

/** What the entries of the lists have in common. */
final class Entries {

  private Entries() {}

  /** The entry as faults name it: {@code the series `refurbished.units`}. */
  static String name(String kind, Item entry) {
    return entry.scalarAt("id").map(id -> "the " + kind + " `" + id + "`").orElse("a " + kind);
  }

  /** The id, whose faults were listed when it was declared. */
  static String id(Fields entry) {
    return entry.optional("id").flatMap(Item::text).orElse("");
  }
}
