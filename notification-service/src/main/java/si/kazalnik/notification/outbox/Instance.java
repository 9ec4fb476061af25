package si.kazalnik.notification.outbox;

/** The name of this instance among those that share the database. */
public record Instance(String name) {}
