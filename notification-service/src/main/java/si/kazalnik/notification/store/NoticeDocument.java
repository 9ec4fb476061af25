package si.kazalnik.notification.store;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticeKind;
import si.kazalnik.notification.rules.Suppression;

/** The form of a notice in MongoDB. */
final class NoticeDocument {

  private NoticeDocument() {}

  static Document of(Notice notice, Instant at, Instant since) {
    Document document =
        new Document(Documents.ID, notice.id())
            .append("kind", notice.kind().name())
            .append("deviation", notice.deviation())
            .append("occurrence", notice.occurrence())
            .append("role", notice.role())
            .append("capacity", notice.capacity().name())
            .append("at", Documents.date(at))
            .append("since", Documents.date(since));
    if (notice.suppressed() != null) {
      document.append("suppressed", notice.suppressed().name());
    }
    Notice.Undeliverable detail = notice.detail();
    if (detail != null) {
      document.append(
          "detail",
          new Document("role", detail.role())
              .append("address", detail.address())
              .append("since", detail.since() == null ? null : Documents.date(detail.since()))
              .append("reason", detail.reason()));
    }
    return document;
  }

  static KeptNotice kept(Document document) {
    String suppressed = document.getString("suppressed");
    Notice notice =
        new Notice(
            NoticeKind.valueOf(document.getString("kind")),
            document.getString("deviation"),
            document.getInteger("occurrence"),
            document.getString("role"),
            Notice.Capacity.valueOf(document.getString("capacity")),
            suppressed == null ? null : Suppression.valueOf(suppressed),
            detail(document.get("detail", Document.class)));
    return new KeptNotice(
        document.getString(Documents.ID),
        notice,
        Documents.instant(document, "at"),
        Documents.instant(document, "since"),
        document.getString("mail"));
  }

  private static Notice.@Nullable Undeliverable detail(@Nullable Document detail) {
    return detail == null
        ? null
        : new Notice.Undeliverable(
            detail.getString("role"),
            detail.getString("address"),
            detail.get("since") == null ? null : Documents.instant(detail, "since"),
            detail.getString("reason"));
  }
}
