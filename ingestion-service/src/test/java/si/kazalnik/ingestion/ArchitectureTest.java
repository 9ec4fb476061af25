package si.kazalnik.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("si.kazalnik.ingestion");

  private static final String[] DOMAIN = {"..ingestion.validation..", "..ingestion.json.."};

  @Test
  void validation_knows_no_framework_broker_database_or_codec() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "tools.jackson..",
            "com.fasterxml..",
            "jakarta..",
            "io.micrometer..")
        .check(CLASSES);
  }

  @Test
  void the_rule_matches_classes() {
    assertThat(CLASSES.stream().filter(c -> c.getPackageName().endsWith(".validation")).count())
        .isGreaterThan(8);
    assertThat(CLASSES.stream().filter(c -> c.getPackageName().endsWith(".json")).count())
        .isGreaterThan(4);
  }

  @Test
  void validation_depends_on_nothing_of_the_service_but_json() {
    classes()
        .that()
        .resideInAPackage("..ingestion.validation..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.apache.commons.text..",
            "si.kazalnik.contract..",
            "..ingestion.validation..",
            "..ingestion.json..")
        .check(CLASSES);
  }

  @Test
  void only_the_mongo_package_and_what_answers_for_it_know_mongodb() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..ingestion.mongo..", "..ingestion.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..")
        .check(CLASSES);
  }
}
