package si.kazalnik.notification.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;

/**
 * Which notices a deviation's present state asks for. The same state asks for the same notices,
 * with the same ids, however often it arrives.
 */
public final class NoticePlan {

  private final Recipients recipients;

  /**
   * @param illustrativeToOwners whether owners are mailed where the judged target is illustrative
   */
  public NoticePlan(Catalogue catalogue, boolean illustrativeToOwners) {
    this.recipients = new Recipients(catalogue, illustrativeToOwners);
  }

  /**
   * The notices.
   *
   * @param made those made before for this deviation
   */
  public List<Notice> of(Deviation deviation, List<Notice> made) {
    return switch (deviation.state()) {
      case OPEN -> opened(deviation, made);
      case RESOLVED -> ended(deviation, NoticeKind.RESOLVED, made);
      case AMENDED -> ended(deviation, NoticeKind.AMENDED, made);
      case SUPPRESSED -> opened(deviation, Suppression.NOT_LATEST_PERIOD);
    };
  }

  /** Of a role that was told already it is not recorded besides that it was kept out. */
  private List<Notice> opened(Deviation deviation, List<Notice> made) {
    Set<String> told =
        openings(deviation, made)
            .filter(Notice::isTold)
            .map(Notice::role)
            .collect(Collectors.toSet());
    return recipients.of(deviation).stream()
        .map(each -> opened(deviation, each))
        .filter(each -> each.suppressed() == null || !told.contains(each.role()))
        .toList();
  }

  private List<Notice> opened(Deviation deviation, Suppression reason) {
    return recipients.of(deviation).stream()
        .map(each -> opened(deviation, each.suppressedAs(reason)))
        .toList();
  }

  /** Who was told that it began is told that it ended, though the catalogue may have changed. */
  private List<Notice> ended(Deviation deviation, NoticeKind kind, List<Notice> made) {
    List<Notice> told = openings(deviation, made).toList();
    if (told.isEmpty()) {
      return opened(deviation, Suppression.OVER_BEFORE_READ);
    }
    return told.stream()
        .filter(Notice::isTold)
        .map(
            each ->
                Notice.of(
                    kind,
                    deviation.id(),
                    deviation.reopened(),
                    new Recipient(each.role(), each.capacity(), null)))
        .toList();
  }

  private static Stream<Notice> openings(Deviation deviation, List<Notice> made) {
    return made.stream()
        .filter(each -> each.kind() == NoticeKind.OPENED)
        .filter(each -> each.occurrence() == deviation.reopened());
  }

  private static Notice opened(Deviation deviation, Recipient recipient) {
    return Notice.of(NoticeKind.OPENED, deviation.id(), deviation.reopened(), recipient);
  }
}
