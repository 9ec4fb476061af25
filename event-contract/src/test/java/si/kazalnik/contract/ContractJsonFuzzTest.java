package si.kazalnik.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import si.kazalnik.contract.catalogue.CataloguePublication;

/** A record of each of our topics, as it lies there after whatever wrote it. */
class ContractJsonFuzzTest {

  private static final List<Class<?>> RECORDS =
      List.of(
          AcceptedMeasurement.class,
          LedgerEntry.class,
          CataloguePublication.class,
          IndicatorValue.class,
          Deviation.class);

  @FuzzTest
  void it_is_read_and_written_the_same_again_or_refused_with_a_reason(byte[] input) {
    for (Class<?> type : RECORDS) {
      Object record;
      try {
        record = ContractJson.read(input, type);
      } catch (UnreadableRecordException refused) {
        assertThat(refused).hasMessageStartingWith("unreadable as " + type.getSimpleName());
        continue;
      }
      byte[] written = ContractJson.write(record);
      Object again = ContractJson.read(written, type);
      assertThat(again).isEqualTo(record);
      assertThat(ContractJson.write(again)).isEqualTo(written);
    }
  }
}
