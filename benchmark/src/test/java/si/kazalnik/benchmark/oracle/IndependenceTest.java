package si.kazalnik.benchmark.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** An oracle that used the product's code would agree with the product's faults. */
class IndependenceTest {
  private static final String ORACLE = "si.kazalnik.benchmark.oracle..";

  private final JavaClasses ours = new ClassFileImporter().importPackages("si.kazalnik.benchmark");

  @Test
  void the_oracle_uses_nothing_of_the_product() {
    noClasses()
        .that()
        .resideInAPackage(ORACLE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "si.kazalnik.contract..",
            "si.kazalnik.embedded..",
            "si.kazalnik.indicator..",
            "si.kazalnik.ingestion..",
            "si.kazalnik.notification..",
            "si.kazalnik.service..",
            "si.kazalnik.standalone..")
        .check(ours);
  }

  /** Also not by a detour over the rest of this module. */
  @Test
  void the_oracle_stands_alone() {
    classes()
        .that()
        .resideInAPackage(ORACLE)
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("si.kazalnik.benchmark.run..")
        .andShould()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("si.kazalnik.benchmark.load..")
        .check(ours);
  }
}
