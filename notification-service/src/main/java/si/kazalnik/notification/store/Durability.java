package si.kazalnik.notification.store;

/**
 * Makes what was written survive the death of the process. MongoDB does so by itself (its writes
 * are journalled before they are acknowledged); an embedded store must be told. Called before a
 * Kafka offset is recorded, and before and after a mail is handed to the mail server.
 */
@FunctionalInterface
public interface Durability {

  /** Returns when all acknowledged writes are on disk. */
  void commit();
}
