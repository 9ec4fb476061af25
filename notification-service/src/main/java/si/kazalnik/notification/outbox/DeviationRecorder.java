package si.kazalnik.notification.outbox;

import java.util.List;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.notification.NotificationSettings;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.rules.NoticePlan;
import si.kazalnik.notification.rules.Suppression;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.KeptNotice;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.service.clock.ServiceClock;

/**
 * Keeps a deviation and makes its notices. May be called again with the same record at any time:
 * notices that are there stay as they are.
 */
@Component
public class DeviationRecorder {

  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final NotificationSettings settings;
  private final ServiceClock clock;
  private final RealTime realTime;

  DeviationRecorder(
      DeviationStore deviations,
      NoticeStore notices,
      NotificationSettings settings,
      ServiceClock clock,
      RealTime realTime) {
    this.deviations = deviations;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
    this.realTime = realTime;
  }

  /**
   * How a record is read.
   *
   * @param before whether it was read already, before the database was lost or restored from a copy
   * @param anew whether it may lie before what the database has of the same deviation
   */
  public record Reading(boolean before, boolean anew) {}

  /**
   * Keeps one record.
   *
   * @param offset of the record in its partition
   */
  public void record(Deviation deviation, long offset, Reading reading, Catalogue catalogue) {
    List<Notice> made =
        notices.ofDeviations(List.of(deviation.id())).stream().map(KeptNotice::notice).toList();
    // Before the deviation itself: a crash in between makes the record come again, and only the
    // notices that are missing are added then.
    new NoticePlan(catalogue, settings.illustrativeToOwners())
        .of(deviation, made).stream()
            .map(
                notice ->
                    reading.before() && notice.suppressed() == null
                        ? notice.suppressedAs(Suppression.READ_BEFORE)
                        : notice)
            .forEach(notice -> notices.add(notice, clock.instant(), realTime.instant()));
    notices.cameBack(deviation.id(), deviation.reopened());
    deviations.save(deviation, offset, reading.anew());
  }
}
