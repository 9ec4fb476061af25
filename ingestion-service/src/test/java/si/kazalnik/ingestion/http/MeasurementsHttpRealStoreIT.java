package si.kazalnik.ingestion.http;

import si.kazalnik.testing.TestMongo;

class MeasurementsHttpRealStoreIT extends MeasurementsHttpTests {

  MeasurementsHttpRealStoreIT() {
    super(TestMongo.realOrSkip().uniqueDatabase());
  }
}
