package si.kazalnik.notification.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import si.kazalnik.notification.mail.RenderedMail;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.store.OutboxMail.State;

/** The form of a mail in MongoDB. */
final class MailDocument {

  private MailDocument() {}

  static Document of(OutboxMail mail) {
    RenderedMail content = mail.content();
    List<Document> pictures =
        content.pictures().entrySet().stream()
            .map(
                each ->
                    new Document("cid", each.getKey()).append("png", new Binary(each.getValue())))
            .toList();
    return new Document(Documents.ID, mail.id())
        .append("role", mail.role())
        .append("kind", mail.kind().name())
        .append("notices", mail.notices())
        .append("since", Documents.date(mail.since()))
        .append("state", mail.state().name())
        .append("language", content.language())
        .append("subject", content.subject())
        .append("text", content.text())
        .append("html", content.html())
        .append("pictures", pictures)
        .append("deliveries", deliveries(mail));
  }

  static List<Document> deliveries(OutboxMail mail) {
    return mail.deliveries().stream().map(MailDocument::delivery).toList();
  }

  static OutboxMail mail(Document document) {
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    for (Document picture : document.getList("pictures", Document.class)) {
      pictures.put(picture.getString("cid"), picture.get("png", Binary.class).getData());
    }
    RenderedMail content =
        new RenderedMail(
            document.getString("language"),
            document.getString("subject"),
            document.getString("text"),
            document.getString("html"),
            pictures);
    return new OutboxMail(
        document.getString(Documents.ID),
        document.getString("role"),
        NoticeKind.valueOf(document.getString("kind")),
        document.getList("notices", String.class),
        Documents.instant(document, "since"),
        content,
        document.getList("deliveries", Document.class).stream()
            .map(MailDocument::delivery)
            .toList());
  }

  private static Document delivery(Delivery delivery) {
    return new Document("address", delivery.address())
        .append("messageId", delivery.messageId())
        .append("state", delivery.state().name())
        .append("failures", delivery.failures())
        .append("reason", delivery.reason())
        .append("at", delivery.at() == null ? null : Documents.date(delivery.at()));
  }

  private static Delivery delivery(Document document) {
    return new Delivery(
        document.getString("address"),
        document.getString("messageId"),
        State.valueOf(document.getString("state")),
        document.getInteger("failures"),
        document.getString("reason"),
        Documents.instantOrNull(document, "at"));
  }
}
