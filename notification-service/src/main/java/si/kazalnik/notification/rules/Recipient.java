package si.kazalnik.notification.rules;

import org.jspecify.annotations.Nullable;

/** A role that a deviation concerns, and why it gets no mail, if so. */
record Recipient(String role, Notice.Capacity capacity, @Nullable Suppression suppressed) {

  Recipient suppressedAs(Suppression reason) {
    return new Recipient(role, capacity, suppressed == null ? reason : suppressed);
  }
}
