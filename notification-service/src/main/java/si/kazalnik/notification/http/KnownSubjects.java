package si.kazalnik.notification.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.stereotype.Component;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.service.catalogue.CatalogueReader;

/** What may have deviations: indicators, and {@code provider:<id>}. */
@Component
class KnownSubjects {

  private static final int NEAR = 3;

  private final CatalogueReader reader;

  KnownSubjects(CatalogueReader reader) {
    this.reader = reader;
  }

  /**
   * Nothing where the catalogue knows it.
   *
   * @throws org.springframework.web.ErrorResponseException 404 that names near ones, where not
   */
  void require(String subject) {
    Optional<Catalogue> catalogue = reader.current().map(CataloguePublication::catalogue);
    if (catalogue.isEmpty() || subjects(catalogue.get()).anyMatch(subject::equals)) {
      return;
    }
    List<String> near = nearest(subject, catalogue.get());
    throw Refusal.unknown("There is no indicator `" + subject + "`; near are " + near + ".");
  }

  private static List<String> nearest(String subject, Catalogue catalogue) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return subjects(catalogue)
        .sorted(Comparator.comparingInt(each -> distance.apply(subject, each)))
        .limit(NEAR)
        .toList();
  }

  private static Stream<String> subjects(Catalogue catalogue) {
    return Stream.concat(
        catalogue.indicators().stream().map(Indicator::id),
        catalogue.providers().stream().map(each -> "provider:" + each.id()));
  }
}
