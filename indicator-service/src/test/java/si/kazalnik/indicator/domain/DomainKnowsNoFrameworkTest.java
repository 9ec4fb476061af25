package si.kazalnik.indicator.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** "Domain code knows no framework." */
class DomainKnowsNoFrameworkTest {

  private static final String DOMAIN = "si.kazalnik.indicator.domain..";

  private static final ArchRule RULE =
      noClasses()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "com.mongodb..",
              "org.bson..",
              "com.fasterxml.jackson..",
              "tools.jackson..",
              "si.kazalnik.service..");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("si.kazalnik.indicator.domain");

  @Test
  void domain_depends_on_no_framework() {
    assertThat(classes.size()).as("classes that the rule looks at").isGreaterThan(20);
    RULE.check(classes);
  }

  @Test
  void the_rule_catches_a_class_that_does() {
    JavaClasses guilty = new ClassFileImporter().importClasses(KnowsSpring.class);
    assertThat(RULE.evaluate(guilty).hasViolation()).isTrue();
  }

  @Component
  private static final class KnowsSpring {
    private final List<String> nothing = List.of();

    @Override
    public String toString() {
      return nothing.toString();
    }
  }
}
