package si.kazalnik.indicator;

import si.kazalnik.testing.TestMongo;

class IndicatorServiceEmbeddedStoreIT extends IndicatorServiceTests {

  IndicatorServiceEmbeddedStoreIT() {
    super(TestMongo.embedded().uniqueDatabase());
  }
}
