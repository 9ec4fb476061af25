package si.kazalnik.ingestion.testing;

/** Events as a city system writes them. */
public final class Events {

  private Events() {}

  /** One application, in structured mode. */
  public static String application(String measurement, int value) {
    return recorded(
        measurement,
        """
        "series":"e-services.applications","observedAt":"2026-10-13T14:05:00+02:00","value":%d,\
        "dimensions":{"channel":"digital","district":"Šiška"}"""
            .formatted(value));
  }

  /** A {@code recorded} event with those members of {@code data} beside the measurement. */
  public static String recorded(String measurement, String members) {
    return envelope(
        "id-" + measurement,
        "si.kazalnik.measurement.recorded.v1",
        "{\"measurement\":\"" + measurement + "\"," + members + "}");
  }

  /** Any event of jhl-it. */
  public static String envelope(String id, String type, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"%s","type":"%s","time":"2026-10-14T06:00:00Z",\
        "datacontenttype":"application/json","data":%s}"""
        .formatted(id, TestCatalogue.SOURCE, type, data);
  }
}
