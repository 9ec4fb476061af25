package si.kazalnik.standalone.inbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail in the list.
 *
 * @param id names it in addresses and its file
 * @param to every address that the mail server was told to deliver to
 */
record Mail(
    String id,
    Instant receivedAt,
    String from,
    List<String> to,
    String subject,
    String messageId) {}
