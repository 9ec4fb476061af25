package si.kazalnik.indicator.catalogue.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Owner;
import si.kazalnik.contract.catalogue.Project;
import si.kazalnik.contract.catalogue.Provider;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.contract.catalogue.Strategy;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.indicator.catalogue.yaml.Item;
import si.kazalnik.indicator.catalogue.yaml.SourceFile;
import si.kazalnik.indicator.catalogue.yaml.YamlFile;

/** Reads the files of a catalogue as one. */
public final class CatalogueForm {

  private final Scope scope = new Scope();
  private final Sections sections = new Sections();

  private CatalogueForm() {}

  /**
   * The catalogue that the files hold together, whatever its faults; only without any is it whole.
   * Empty where there is no strategy.
   *
   * @param version what its version is to be
   */
  public static Optional<Catalogue> read(
      List<SourceFile> files, Function<Catalogue, String> version, Faults faults) {
    CatalogueForm form = new CatalogueForm();
    files.stream()
        .sorted(Comparator.comparing(SourceFile::path))
        .flatMap(file -> YamlFile.read(file, faults).stream())
        .forEach(form.sections::add);
    if (form.sections.strategy().isEmpty()) {
      faults.add("", 0, "no file holds the key `strategy`");
    }
    return form.read()
        .map(
            unversioned ->
                new Catalogue(
                    version.apply(unversioned),
                    unversioned.strategy(),
                    unversioned.owners(),
                    unversioned.providers(),
                    unversioned.series(),
                    unversioned.indicators(),
                    unversioned.projects()));
  }

  private Optional<Catalogue> read() {
    sections.declare("owners", scope.owners);
    sections.declare("providers", scope.providers);
    sections.declare("series", scope.series);
    sections.declare("indicators", scope.indicators);
    sections.declare("projects", scope.projects);
    Optional<Strategy> strategy = sections.strategy().flatMap(new StrategyReader(scope)::read);
    List<Owner> owners = sorted("owners", new OwnerReader(scope)::read, Owner::id);
    List<Provider> providers = sorted("providers", new ProviderReader(scope)::read, Provider::id);
    List<Series> series = sorted("series", new SeriesReader(scope)::read, Series::id);
    series.forEach(scope::read);
    List<Indicator> indicators =
        sorted("indicators", new IndicatorReader(scope)::read, this::place);
    List<Project> projects = sorted("projects", new ProjectReader(scope)::read, Project::id);
    return strategy.map(
        of -> new Catalogue("", of, owners, providers, series, indicators, projects));
  }

  // A stable sort: what serves one measure stays in the order of the files.
  private <E, K extends Comparable<K>> List<E> sorted(
      String key, Function<Item, Optional<E>> reading, Function<E, K> by) {
    return sections.list(key).stream()
        .flatMap(item -> reading.apply(item).stream())
        .sorted(Comparator.comparing(by))
        .toList();
  }

  private Integer place(Indicator indicator) {
    List<String> measures = new ArrayList<>(scope.measures.all());
    return indicator.measures().isEmpty() ? -1 : measures.indexOf(indicator.measures().get(0));
  }
}
