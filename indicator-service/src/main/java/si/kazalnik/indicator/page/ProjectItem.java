package si.kazalnik.indicator.page;

import si.kazalnik.contract.catalogue.Project;

/**
 * A project.
 *
 * @param date machine-readable
 * @param link where more is said; empty where nowhere
 */
public record ProjectItem(
    String date, String day, String title, String description, String link, boolean illustrative) {

  static ProjectItem of(Project project, Edition edition) {
    return new ProjectItem(
        project.date().toString(),
        edition.dates().day(project.date()),
        edition.of(project.title()),
        edition.of(project.description()),
        Titles.web(project.link()),
        project.illustrative());
  }
}
