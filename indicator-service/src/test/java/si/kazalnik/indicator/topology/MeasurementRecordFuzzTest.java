package si.kazalnik.indicator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneId;
import java.util.List;
import si.kazalnik.contract.AcceptedMeasurement;
import si.kazalnik.contract.UnreadableRecordException;
import si.kazalnik.indicator.domain.identity.Version;
import si.kazalnik.indicator.domain.summary.Contribution;
import si.kazalnik.indicator.domain.summary.DaySummary;
import si.kazalnik.indicator.domain.summary.Kept;
import si.kazalnik.indicator.domain.summary.Placement;
import si.kazalnik.indicator.domain.summary.SummaryCodec;

/**
 * A record of {@code measurements}, whatever wrote it there, on its way into stage one's stores.
 */
class MeasurementRecordFuzzTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Ljubljana");
  private static final Kept ALL = new Kept(true, true);

  /** A record "that can't be read is counted (`measurements_unreadable_total`) and passed over". */
  @FuzzTest
  void it_is_unreadable_or_stored_and_read_again_the_same(byte[] input) {
    AcceptedMeasurement event;
    try {
      event = MeasurementRecord.read(input);
    } catch (UnreadableRecordException refused) {
      assertThat(refused).hasMessageStartingWith("unreadable as AcceptedMeasurement");
      return;
    }
    Version version = Version.of(event);
    assertThat(version.revision()).isEqualTo(event.revision());
    Placement.of(event, ZONE).ifPresent(place -> stored(version, place));
  }

  private static void stored(Version version, Placement place) {
    byte[] key = CellKeys.of(place.cell());
    assertThat(CellKeys.of(key)).isEqualTo(place.cell());
    byte[] held = new Held(version, org.apache.kafka.common.utils.Bytes.wrap(key)).bytes();
    assertThat(Held.of(held).version()).isEqualTo(version);
    Contribution contribution = place.contribution();
    assertThat(SummaryCodec.readContribution(SummaryCodec.write(contribution)))
        .isEqualTo(contribution);
    DaySummary summary = DaySummary.of(ALL, List.of(contribution, contribution));
    assertThat(SummaryCodec.readSummary(SummaryCodec.write(summary))).isEqualTo(summary);
  }
}
