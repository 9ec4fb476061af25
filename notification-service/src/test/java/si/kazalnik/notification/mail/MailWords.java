package si.kazalnik.notification.mail;

import si.kazalnik.notification.wording.MailContent;

/** A mail as it will be sent, without its pictures, which take long to draw. */
public record MailWords(String text, String html) {

  public static MailWords of(MailContent content) {
    return new MailWords(PlainMail.render(content), HtmlMail.render(content));
  }
}
