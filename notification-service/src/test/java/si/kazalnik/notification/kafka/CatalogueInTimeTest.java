package si.kazalnik.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import si.kazalnik.contract.Deviation;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.notification.testing.TestCatalogue;
import si.kazalnik.notification.testing.TestDeviations;

/** "A silent provider's: the contact and the owners of the indicators that wait." */
class CatalogueInTimeTest {

  private static final Catalogue KNOWN = TestCatalogue.lipa();

  @Test
  void a_silent_providers_owners_are_known_before_they_are_to_be_told() {
    Deviation overdue = TestDeviations.overdue("provider:it|2026-10");

    assertThat(CatalogueInTime.knows(KNOWN, of(overdue, overdue.causes()))).isTrue();
    assertThat(CatalogueInTime.knows(KNOWN, of(overdue, withNew(overdue.causes())))).isFalse();
  }

  private static List<Deviation.Cause> withNew(List<Deviation.Cause> causes) {
    Deviation.Cause first = causes.get(0);
    Deviation.Cause ofNew =
        new Deviation.Cause(
            first.kind(),
            first.severity(),
            "indicator-of-a-newer-catalogue",
            first.series(),
            first.period(),
            first.since(),
            null,
            first.value(),
            first.expected(),
            first.target(),
            first.shortfall(),
            first.tolerance(),
            first.dueAt());
    return Stream.concat(causes.stream(), Stream.of(ofNew)).toList();
  }

  private static Deviation of(Deviation deviation, List<Deviation.Cause> causes) {
    return new Deviation(
        deviation.schema(),
        deviation.id(),
        deviation.indicator(),
        deviation.provider(),
        deviation.dimensions(),
        deviation.state(),
        deviation.severity(),
        causes,
        deviation.openedAt(),
        deviation.resolvedAt(),
        deviation.reopened(),
        deviation.history(),
        "a newer catalogue's version");
  }
}
