package si.kazalnik.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** The file at {@code kazalnik.addresses}. */
class AddressBookFuzzTest {

  /** "A wrong value stops the start with a sentence that names the key …". */
  @FuzzTest
  void it_is_read_or_refused_with_a_sentence_that_names_the_key(byte[] input) {
    try {
      for (List<String> each : AddressBook.parse("addresses.yaml", input).values()) {
        assertThat(each)
            .allMatch(address -> address.matches("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+"));
      }
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("kazalnik.addresses is `addresses.yaml`");
    }
  }
}
