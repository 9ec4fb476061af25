package si.kazalnik.notification.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import si.kazalnik.notification.chart.MailChart;
import si.kazalnik.notification.wording.MailContent;

/**
 * A mail as it will be sent, however often it must be tried.
 *
 * @param pictures PNG by content id
 */
public record RenderedMail(
    String language, String subject, String text, String html, Map<String, byte[]> pictures) {

  /** Renders what a mail says. */
  public static RenderedMail of(MailContent content) {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    for (int i = 0; i < content.sections().size(); i++) {
      MailContent.Figure figure = content.sections().get(i).figure();
      if (figure != null) {
        pictures.put(HtmlMail.cid(i), MailChart.png(figure.chart()));
      }
    }
    return new RenderedMail(
        content.language(),
        content.subject(),
        PlainMail.render(content),
        HtmlMail.render(content),
        pictures);
  }
}
