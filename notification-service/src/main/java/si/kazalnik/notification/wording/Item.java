package si.kazalnik.notification.wording;

import java.util.Optional;
import java.util.function.Supplier;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.notification.rules.Lookup;
import si.kazalnik.notification.rules.Notice;
import si.kazalnik.notification.wording.MailContent.Section;

/**
 * One thing that a mail tells of.
 *
 * @param subject that of a mail which tells of this alone
 * @param illustrativeValue whether invented values are shown
 * @param illustrativeTarget whether an invented target is
 */
record Item(
    String subject,
    String title,
    Supplier<Section> section,
    boolean illustrativeValue,
    boolean illustrativeTarget) {

  static Item of(Place place, Dates dates, Told told) {
    Notice notice = told.notice();
    Deviation deviation = told.deviation();
    if (deviation == null) {
      return undeliverable(place, notice);
    }
    if (deviation.provider() != null) {
      ProviderSection text = new ProviderSection(place, dates, deviation, deviation.provider());
      return new Item(
          text.subject(notice.kind()),
          place.provider(deviation.provider()),
          () -> text.section(notice.kind()),
          false,
          false);
    }
    String id = deviation.indicator() == null ? "" : deviation.indicator();
    Optional<Indicator> indicator = Lookup.indicator(place.catalogue(), id);
    if (indicator.isEmpty()) {
      return forgotten(place, dates, told, deviation, id);
    }
    Story story = Story.of(place, dates, deviation, indicator.get());
    IndicatorSection text = new IndicatorSection(story);
    return new Item(
        text.subject(notice.kind()),
        story.title(),
        () -> text.section(notice.kind()),
        story.valueIsIllustrative(),
        story.judged().illustrative());
  }

  private static Item undeliverable(Place place, Notice notice) {
    Notice.Undeliverable detail = notice.detail();
    if (detail == null) {
      throw new IllegalArgumentException("a notice that tells of nothing: " + notice.id());
    }
    UndeliverableSection text = new UndeliverableSection(place, detail);
    return new Item(text.subject(), place.role(detail.role()), text::section, false, false);
  }

  /** The indicator has left the catalogue since: its id and numbers are all that we know. */
  private static Item forgotten(
      Place place, Dates dates, Told told, Deviation deviation, String id) {
    Indicator bare = Bare.indicator(id, deviation);
    Story story = Story.of(place, dates, deviation, bare);
    IndicatorSection text = new IndicatorSection(story);
    return new Item(
        text.subject(told.notice().kind()),
        id,
        () -> text.section(told.notice().kind()),
        false,
        false);
  }
}
