package si.kazalnik.ingestion.http;

import si.kazalnik.testing.TestMongo;

class MeasurementsHttpEmbeddedStoreIT extends MeasurementsHttpTests {

  MeasurementsHttpEmbeddedStoreIT() {
    super(TestMongo.embedded().uniqueDatabase());
  }
}
