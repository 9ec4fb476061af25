package si.kazalnik.notification.outbox;

import java.time.InstantSource;

/** The machine's time: for groups, claims and pauses, which a set clock does not stop. */
public interface RealTime extends InstantSource {}
