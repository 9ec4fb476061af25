package si.kazalnik.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "si.kazalnik.notification";
  private static final String[] PLAIN = {ROOT + ".rules..", ROOT + ".wording..", ROOT + ".chart.."};
  private static final String[] FRAMEWORKS = {
    "org.springframework..",
    "org.apache.kafka..",
    "com.mongodb..",
    "org.bson..",
    "tools.jackson..",
    "com.fasterxml..",
    "jakarta..",
    "io.micrometer..",
    "com.samskivert.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void rules_wording_and_chart_know_no_framework() {
    noClasses()
        .that()
        .resideInAnyPackage(PLAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .check(classes);
  }

  @Test
  void the_rules_know_no_other_package_of_the_service() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".wording..",
            ROOT + ".chart..",
            ROOT + ".mail..",
            ROOT + ".store..",
            ROOT + ".outbox..",
            ROOT + ".kafka..",
            ROOT + ".http..")
        .check(classes);
  }

  @Test
  void the_rule_above_speaks_of_classes_that_are_there() {
    for (String folder : new String[] {".rules", ".wording", ".chart"}) {
      assertThat(classes.stream().filter(each -> each.getPackageName().equals(ROOT + folder)))
          .hasSizeGreaterThan(5);
    }
    // The same condition does find a framework where there is one.
    assertThat(classes.get(ROOT + ".mail.SmtpSender").getDirectDependenciesFromSelf())
        .anyMatch(each -> each.getTargetClass().getPackageName().startsWith("org.springframework"));
  }
}
