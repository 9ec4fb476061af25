package si.kazalnik.indicator.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import org.junit.jupiter.api.Test;

/** A standalone MongoDB acknowledges by default what it loses when it is killed. */
class DurableWritesTest {

  /** "Kafka remembers", but what is consumed into MongoDB is not consumed again. */
  @Test
  void what_mongodb_acknowledges_is_in_its_journal() {
    MongoClientSettings.Builder settings = MongoClientSettings.builder();

    new StoreConfiguration().durableWrites().customize(settings);

    assertThat(settings.build().getWriteConcern())
        .isEqualTo(WriteConcern.MAJORITY.withJournal(true));
  }
}
