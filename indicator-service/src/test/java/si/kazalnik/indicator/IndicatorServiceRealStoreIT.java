package si.kazalnik.indicator;

import si.kazalnik.testing.TestMongo;

class IndicatorServiceRealStoreIT extends IndicatorServiceTests {

  IndicatorServiceRealStoreIT() {
    super(TestMongo.realOrSkip().uniqueDatabase());
  }
}
