package si.kazalnik.indicator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import si.kazalnik.contract.catalogue.Input.Aggregate;

class NotYetComputedTest {

  @Test
  void what_waits_for_events_is_listed_only() {
    Defined defined = new Defined().input("x", "s", Aggregate.EXISTS);
    defined.frequency = null;
    assertThat(defined.rules().isNotYetComputed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Aggregate.class)
  void everything_else_is_computed(Aggregate aggregate) {
    assertThat(new Defined().input("x", "s", aggregate).rules().isNotYetComputed()).isFalse();
  }
}
