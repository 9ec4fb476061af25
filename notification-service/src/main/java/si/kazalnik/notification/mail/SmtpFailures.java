package si.kazalnik.notification.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads the server's reply out of what the library throws. */
final class SmtpFailures {

  private static final int PERMANENT = 500;
  private static final int LONGEST = 300;

  private SmtpFailures() {}

  /** A 5xx reply of the server to this mail refuses it; all else is passing. */
  static SmtpReply reply(MailException failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable each : chain) {
      OptionalInt code = code(each);
      if (code.isPresent()) {
        String reason = oneLine(String.valueOf(each.getMessage()));
        return code.getAsInt() >= PERMANENT
            ? new SmtpReply.Refused(reason)
            : new SmtpReply.Postponed(reason);
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    return new SmtpReply.Postponed(oneLine(root.toString()));
  }

  /** One line of readable length: a server's reply is text from outside. */
  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST).replaceAll("\\p{Cs}$", "");
  }

  private static OptionalInt code(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException refused) {
      return OptionalInt.of(refused.getReturnCode());
    }
    if (failure instanceof SMTPSenderFailedException refused) {
      return OptionalInt.of(refused.getReturnCode());
    }
    // With a refused address beneath it, that one's code is the telling one.
    return failure instanceof SMTPSendFailedException refused
            && !(refused.getNextException() instanceof SMTPAddressFailedException)
        ? OptionalInt.of(refused.getReturnCode())
        : OptionalInt.empty();
  }

  private static List<Throwable> chain(MailException failure) {
    List<Throwable> chain = new ArrayList<>();
    if (failure instanceof MailSendException send) {
      for (Exception each : send.getMessageExceptions()) {
        follow(each, chain);
      }
    }
    follow(failure, chain);
    return chain;
  }

  private static void follow(@Nullable Throwable from, List<Throwable> chain) {
    Throwable each = from;
    while (each != null && !chain.contains(each)) {
      chain.add(each);
      each = each instanceof MessagingException mail ? mail.getNextException() : each.getCause();
    }
  }
}
