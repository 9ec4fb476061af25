package si.kazalnik.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Input.Aggregate;
import si.kazalnik.contract.catalogue.Input.Window;

class NotYetComputedTest {

  @ParameterizedTest
  @EnumSource(
      value = Aggregate.class,
      names = {"DISTINCT", "PERCENTILE"})
  void what_needs_keys_or_quantiles_is_listed_only(Aggregate aggregate) {
    assertThat(new Defined().input("x", "s", aggregate).rules().isNotYetComputed()).isTrue();
    Defined changed = new Defined().input("x", "s", Aggregate.SUM);
    changed.changes.add(
        new Indicator.DefinitionChange(
            LocalDate.of(2026, 1, 1),
            Map.of(),
            List.of(Defined.input("x", "s", aggregate, Window.PERIOD)),
            null,
            null));
    assertThat(changed.rules().isNotYetComputed()).isTrue();
  }

  @Test
  void what_waits_for_events_is_listed_only() {
    Defined defined = new Defined().input("x", "s", Aggregate.EXISTS);
    defined.frequency = null;
    assertThat(defined.rules().isNotYetComputed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Aggregate.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DISTINCT", "PERCENTILE"})
  void everything_else_is_computed(Aggregate aggregate) {
    assertThat(new Defined().input("x", "s", aggregate).rules().isNotYetComputed()).isFalse();
  }
}
