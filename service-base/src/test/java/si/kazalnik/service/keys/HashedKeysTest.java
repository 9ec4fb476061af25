package si.kazalnik.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HashedKeysTest {

  private final BearerKeys keys =
      HashedKeys.of(
          Map.of(
              "provider.mkl",
              HashedKeys.hashOf("new") + ", " + HashedKeys.hashOf("old"),
              "operator",
              HashedKeys.hashOf("secret")));

  @Test
  void two_keys_of_one_holder_are_valid_at_once() {
    assertThat(keys.holderOf("Bearer new")).contains("provider.mkl");
    assertThat(keys.holderOf("bearer old")).contains("provider.mkl");
    assertThat(keys.holderOf("Bearer secret")).contains(BearerKeys.OPERATOR);
  }

  @Test
  void a_missing_or_wrong_key_has_no_holder() {
    assertThat(keys.holderOf(null)).isEmpty();
    assertThat(keys.holderOf("Basic new")).isEmpty();
    assertThat(keys.holderOf("Bearer wrong")).isEmpty();
    assertThat(keys.holderOf("Bearer " + HashedKeys.hashOf("secret"))).isEmpty();
  }

  @Test
  void a_hash_of_another_form_is_refused_by_its_holders_name() {
    assertThatThrownBy(() -> HashedKeys.of(Map.of("provider.mkl", "plain-text")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("provider.mkl");
  }
}
