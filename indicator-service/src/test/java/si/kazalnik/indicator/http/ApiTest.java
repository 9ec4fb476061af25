package si.kazalnik.indicator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.kazalnik.contract.Bounds;
import si.kazalnik.contract.ContractJson;
import si.kazalnik.contract.NoValueReason;
import si.kazalnik.contract.Performance;
import si.kazalnik.contract.RevisionCause;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.Lipa;
import si.kazalnik.indicator.published.MadeRecord;
import si.kazalnik.indicator.published.MadeValues;
import tools.jackson.databind.JsonNode;

class ApiTest {

  private static final String UNITS = "refurbished-units";
  private static final String SHARE = "digital-applications-share";
  private static final MadeValues VALUES = new MadeValues();
  private static Optional<CataloguePublication> catalogue = Optional.empty();
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api =
        new RunningApi(
            () -> {
              if (catalogue.isPresent() && catalogue.get().sequence() < 0) {
                throw new MongoTimeoutException("away");
              }
              return catalogue;
            },
            VALUES,
            "2026-03-10T12:00:00Z");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void publish() {
    VALUES.clear();
    catalogue = published(1);
  }

  private static Optional<CataloguePublication> published(long sequence) {
    return Optional.of(
        new CataloguePublication(
            CataloguePublication.SCHEMA,
            sequence,
            Instant.EPOCH,
            CataloguePublication.Origin.FOLDER,
            Lipa.loaded(Lipa.files())));
  }

  private static JsonNode json(String text) {
    return ContractJson.mapper().readTree(text);
  }

  private static JsonNode get(String path) {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return json(response.body());
  }

  private static void refused(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(response.body()).get("type").asString())
        .isEqualTo("urn:kazalnik:problem:" + type);
  }

  private static String detail(HttpResponse<String> response) {
    return json(response.body()).get("detail").asString();
  }

  @Test
  void an_indicator_has_the_members_of_the_contract_and_no_other() {
    VALUES.add(
        MadeRecord.of(UNITS, "2025-12")
            .value("80", 3)
            .judged(Performance.MISSED)
            .expected("100", "100")
            .closed("2026-01-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-01").value("5", 1).closed("2026-02-20T23:00:00Z"),
        MadeRecord.of(UNITS, "2026-02").value("9", 2),
        MadeRecord.of(UNITS, "2026-03").value("10", 3));
    assertThat(get("/v1/indicators/" + UNITS))
        .isEqualTo(
            json(
                """
                {"id":"refurbished-units",
                 "title":{"sl":"Obnovljene naprave","en":"Refurbished devices"},
                 "goals":["economy"],"objectives":["circular"],"measures":["refurbishing"],
                 "unit":"devices","decimals":0,"polarity":"HIGHER",
                 "illustrativeValue":false,"illustrativeTarget":false,
                 "latest":{"period":"2026-03","value":10,"status":"PROVISIONAL"},
                 "performance":{"state":"MISSED","period":"2025-12"},
                 "dataHealth":{"state":"FRESH","dueAt":"2026-03-20T23:00:00Z"},
                 "outlook":null}\
                """));
  }

  @Test
  void what_is_not_yet_computed_is_listed_and_says_nothing_else() {
    VALUES.add(
        MadeRecord.of("bikes-at-stations", "2026-W10").reason(NoValueReason.NOT_YET_COMPUTED));
    JsonNode bikes = get("/v1/indicators/bikes-at-stations");
    assertThat(bikes.get("latest").isNull()).isTrue();
    assertThat(bikes.get("performance"))
        .isEqualTo(json("{'state':'NOT_DUE','period':null}".replace('\'', '"')));
    assertThat(bikes.get("illustrativeValue").asBoolean()).isTrue();
    JsonNode value = get("/v1/indicators/bikes-at-stations/values").get("values").get(0);
    assertThat(value.get("reason").asString()).isEqualTo("NOT_YET_COMPUTED");
    for (String member :
        new String[] {
          "value", "cause", "performance", "expected", "target", "coverage", "measurements"
        }) {
      assertThat(value.get(member).isNull()).as(member).isTrue();
    }
  }

  @Test
  void the_list_goes_on_from_its_cursor_until_the_end() {
    JsonNode whole = get("/v1/indicators");
    assertThat(whole.propertyNames()).containsExactly("items", "next");
    assertThat(whole.get("next").isNull()).isTrue();
    JsonNode first = get("/v1/indicators?limit=2");
    assertThat(first.get("items")).hasSize(2);
    JsonNode rest = get("/v1/indicators?cursor=" + first.get("next").asString());
    assertThat(rest.get("items")).hasSize(whole.get("items").size() - 2);
    assertThat(rest.get("items").get(0)).isEqualTo(whole.get("items").get(2));
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(get("/v1/indicators?goal=economy").get("items")).hasSize(2);
  }

  @Test
  void values_are_as_the_contract_shows_them() {
    VALUES.add(
        MadeRecord.of(UNITS, "2025-03")
            .value("34.2", 1204)
            .closed("2025-04-20T22:00:00Z")
            .revised(2, RevisionCause.LATE, "2025-05-02T07:08:09Z")
            .judged(Performance.AT_RISK)
            .expected("34.35705", "40")
            .coverage(4, 6, "culture", "finance"));
    HttpResponse<String> response = api.get("/v1/indicators/" + UNITS + "/values");
    assertThat(response.body())
        .isEqualTo(
            """
            {"indicator":"refurbished-units","unit":"devices","asOf":null,"values":[\
            {"period":"2025-03","start":"2025-03-01","end":"2025-03-31","dimensions":{},\
            "value":34.2,"reason":null,"status":"REVISED","revision":2,"cause":"LATE",\
            "performance":"AT_RISK","expected":34.35705,"target":40,\
            "coverage":{"reported":4,"expected":6,"missing":["culture","finance"]},\
            "measurements":1204,"computedAt":"2025-05-02T07:08:09Z"}]}\
            """);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void numbers_are_plain_however_large_and_small() {
    VALUES.add(MadeRecord.of(UNITS, "2025-03").value("1E+17", 1).expected("1E-12", "1E+2"));
    String body = api.get("/v1/indicators/" + UNITS + "/values").body();
    assertThat(body)
        .contains(
            "\"value\":100000000000000000,", "\"expected\":0.000000000001,", "\"target\":100,");
    assertThat(api.get("/v1/indicators/" + UNITS).body()).contains("\"value\":100000000000000000,");
    assertThat(api.get("/v1/indicators/" + UNITS + "/values?format=csv").body())
        .contains(",100000000000000000,,devices,", ",0.000000000001,100,");
  }

  @Test
  void from_and_to_are_inclusive_and_of_any_calendar() {
    for (String period : new String[] {"2024-12", "2025-01", "2025-03", "2025-04", "2025-12"}) {
      VALUES.add(MadeRecord.of(UNITS, period).value("1", 1));
    }
    assertThat(periods("?from=2025-01&to=2025-04"))
        .containsExactly("2025-01", "2025-03", "2025-04");
    assertThat(periods("?from=2025-Q2")).containsExactly("2025-04", "2025-12");
    assertThat(periods("?to=2024")).containsExactly("2024-12");
    assertThat(periods("?from=2025&to=2025-03-31")).containsExactly("2025-01", "2025-03");
    assertThat(periods("")).hasSize(5);
  }

  @Test
  void period_asks_for_that_one_or_for_those_within_it() {
    for (String period : new String[] {"2024-12", "2025-01", "2025-03", "2025-04"}) {
      VALUES.add(MadeRecord.of(UNITS, period).value("1", 1));
    }
    assertThat(periods("?period=2025-03")).containsExactly("2025-03");
    assertThat(periods("?period=2025-Q1")).containsExactly("2025-01", "2025-03");
    assertThat(periods("?period=2023")).isEmpty();
  }

  /** "Periods are written … and of ON_EVENT as the subject." */
  @Test
  void a_period_of_an_event_is_asked_for_by_its_subject() {
    VALUES.add(
        MadeRecord.onEvent("survey-analyses", "panel/spring 2025", "2025-05-02"),
        MadeRecord.onEvent("survey-analyses", "2025", "2025-09-09"));
    assertThat(periods("survey-analyses", "?period=panel%2Fspring%202025"))
        .containsExactly("panel/spring 2025");
    assertThat(periods("survey-analyses", "?period=2025")).containsExactly("2025");
    assertThat(periods("survey-analyses", "?period=2024")).isEmpty();
    assertThat(periods("survey-analyses", "?from=2025-06&to=2025")).containsExactly("2025");
    String path = "/v1/indicators/survey-analyses/values";
    refused(api.get(path + "?from=panel"), 400, "bad-parameter");
    assertThat(api.get(path + "?from=panel").body()).contains("ask with `period` and its subject");
    refused(api.get(path + "?period=2025&from=2025"), 400, "bad-parameter");
    JsonNode told = get(path + "/panel%2Fspring%202025/explain");
    assertThat(told.get("period").asString()).isEqualTo("panel/spring 2025");
  }

  private static java.util.List<String> periods(String query) {
    return periods(UNITS, query);
  }

  private static java.util.List<String> periods(String indicator, String query) {
    return get("/v1/indicators/" + indicator + "/values" + query)
        .get("values")
        .valueStream()
        .map(each -> each.get("period").asString())
        .toList();
  }

  /**
   * "`asOf` returns the last revision computed at or before it, and leaves out periods that had not
   * closed".
   */
  @Test
  void as_of_gives_what_was_known_and_leaves_out_what_had_not_closed() {
    VALUES.add(
        MadeRecord.of(UNITS, "2025-03").value("1", 1).closed("2025-04-20T22:00:00Z"),
        MadeRecord.of(UNITS, "2025-03")
            .value("2", 2)
            .revised(2, RevisionCause.LATE, "2025-05-02T00:00:00Z"),
        MadeRecord.of(UNITS, "2026-03").value("9", 9));
    String path = "/v1/indicators/" + UNITS + "/values?asOf=";
    assertThat(get(path + "2025-04-20T21:59:59Z").get("values")).isEmpty();
    JsonNode first = get(path + "2025-05-01T23:59:59Z");
    assertThat(first.get("asOf").asString()).isEqualTo("2025-05-01T23:59:59Z");
    assertThat(first.get("values")).hasSize(1);
    assertThat(first.get("values").get(0).get("value").asInt()).isEqualTo(1);
    JsonNode later = get(path + "2025-05-02T02:00:00%2B02:00");
    assertThat(later.get("asOf").asString()).isEqualTo("2025-05-02T00:00:00Z");
    assertThat(later.get("values").get(0).get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void cells_come_one_by_one_or_all_and_the_headline_alone_without_asking() {
    VALUES.add(
        MadeRecord.of(SHARE, "2025-03").value("50", 2),
        MadeRecord.of(SHARE, "2025-03").in("district", "Šiška").value("40", 1),
        MadeRecord.of(SHARE, "2025-03").in("district", "Center").value("60", 1));
    String path = "/v1/indicators/" + SHARE + "/values";
    assertThat(get(path).get("values")).hasSize(1);
    JsonNode one =
        get(path + "?dimension.district=" + URLEncoder.encode("Šiška", StandardCharsets.UTF_8));
    assertThat(one.get("values").get(0).get("dimensions").get("district").asString())
        .isEqualTo("Šiška");
    JsonNode all = get(path + "?dimension.district=*");
    assertThat(all.get("values").valueStream().map(each -> each.get("value").asInt()))
        .containsExactly(60, 40);
  }

  @Test
  void csv_has_the_columns_of_the_contract_in_their_order() {
    VALUES.add(
        MadeRecord.of(SHARE, "2025-03")
            .in("district", "Šiška")
            .value("34.2", 1204)
            .closed("2025-04-20T22:00:00Z")
            .judged(Performance.AT_RISK)
            .expected("34.35705", "40")
            .coverage(4, 6, "a", "b"));
    HttpResponse<String> response =
        api.get("/v1/indicators/" + SHARE + "/values?dimension.district=*", "Accept", "text/csv");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(response.body())
        .isEqualTo(
            "indicator,period,start,end,district,value,reason,unit,illustrative,status,revision,"
                + "cause,performance,expected,target,coverage,measurements,computed_at\r\n"
                + SHARE
                + ",2025-03,2025-03-01,2025-03-31,Šiška,34.2,,percent,false,FINAL,1,"
                + ",AT_RISK,34.35705,40,4/6,1204,2025-04-20T22:00:00Z\r\n");
  }

  @Test
  void ranges_and_periods_named_by_events_have_their_form() {
    VALUES.add(
        MadeRecord.of("bikes-at-stations", "2026-W10")
            .value("4", 5)
            .expected(
                Bounds.range(new BigDecimal("5"), new BigDecimal("12")),
                Bounds.range(new BigDecimal("6"), new BigDecimal("10"))),
        MadeRecord.onEvent("survey-analyses", "=1+1,\"x\"", "2026-02-01"));
    String bikes = "/v1/indicators/bikes-at-stations/values";
    JsonNode value = get(bikes).get("values").get(0);
    assertThat(value.get("expected")).isEqualTo(json("{\"low\":5,\"high\":12}"));
    assertThat(value.get("target")).isEqualTo(json("{\"low\":6,\"high\":10}"));
    assertThat(api.get(bikes + "?format=csv").body())
        .contains("2026-W10,2026-03-02,2026-03-08,4,,bicycles,true,", ",5..12,6..10,");
    String analyses = "/v1/indicators/survey-analyses/values";
    assertThat(get(analyses).get("values").get(0).get("period").asString()).isEqualTo("=1+1,\"x\"");
    assertThat(api.get(analyses + "?format=csv").body())
        .contains("survey-analyses,\"'=1+1,\"\"x\"\"\",2026-02-01,2026-02-01,,NO_MEASUREMENTS,");
  }

  @Test
  void an_unknown_id_is_answered_with_near_ones() {
    HttpResponse<String> response = api.get("/v1/indicators/refurbished-unit/values");
    refused(response, 404, "unknown-indicator");
    assertThat(detail(response)).contains("`refurbished-unit`", "`refurbished-units`");
    refused(api.get("/v1/indicators/nothing"), 404, "unknown-indicator");
    refused(api.get("/v1/goals/econom"), 404, "unknown-goal");
    refused(api.get("/v1/indicators?goal=econom"), 404, "unknown-goal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?from=2025-13            | `from` is not a period: `2025-13`; | 2025-Q3
          ?to=yesterday            | `to` is not a period: `yesterday`; | 2025-W05
          ?from=2026&to=2025       | `from` lies after `to`             | earlier
          ?asOf=2026-03-01         | `asOf` is not an instant           | 2026-03-01T00:00:00Z
          ?dimension.channel=paper | has no values by `channel`         | it has district
          ?dimension.district=Bled | no value `Bled`                    | Center, Šiška, Bežigrad
          ?year=2025               | `year` is not a parameter here     | asOf, dimension.district
          ?period=2025-13          | `period` is not a period: `2025-13`| 2025-Q3
          ?period=2025&from=2025   | `period` stands for both           | either it or them
          ?to=2025&period=2025     | `period` stands for both           | either it or them
          ?from=2025&from=2026     | `from` is there more than once     | from
          ?format=xml              | `format`                           | json or csv
          """)
  void a_wrong_parameter_is_named_with_what_is_allowed(String query, String what, String allowed) {
    HttpResponse<String> response = api.get("/v1/indicators/" + SHARE + "/values" + query);
    refused(response, 400, "bad-parameter");
    assertThat(detail(response)).contains(what, allowed);
  }

  @ParameterizedTest
  @CsvSource({"?limit=0,1 to 1000", "?limit=1001,1 to 1000", "?cursor=x,next", "?q=x,cursor"})
  void so_it_is_in_the_list(String query, String allowed) {
    HttpResponse<String> response = api.get("/v1/indicators" + query);
    refused(response, 400, "bad-parameter");
    assertThat(detail(response)).contains(allowed);
  }

  @Test
  void a_form_that_there_is_not_is_refused() {
    refused(api.get("/v1/indicators", "Accept", "application/xml"), 406, "not-acceptable");
    String path = "/v1/indicators/" + UNITS + "/values";
    refused(api.get(path, "Accept", "application/xml"), 406, "not-acceptable");
    assertThat(api.get(path, "Accept", "text/html,text/csv;q=0.5").body()).startsWith("indicator,");
    assertThat(api.get(path, "Accept", "*/*").body()).startsWith("{");
  }

  @Test
  void without_catalogue_or_database_it_says_when_to_come_again() {
    catalogue = Optional.empty();
    refused(api.get("/v1/indicators"), 503, "no-catalogue");
    catalogue = published(-1);
    HttpResponse<String> away = api.get("/v1/indicators");
    refused(away, 503, "store-unavailable");
    assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    HttpResponse<String> first = api.get("/v1/indicators");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(api.get("/v1/indicators", "If-None-Match", tag).statusCode()).isEqualTo(304);
    VALUES.add(MadeRecord.of(UNITS, "2026-03").value("9", 9));
    assertThat(api.get("/v1/indicators", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void goals_list_their_levels_and_indicators() {
    JsonNode goals = get("/v1/goals").get("items");
    assertThat(goals).hasSize(2);
    JsonNode objective = goals.get(1).get("objectives").get(0);
    assertThat(objective.get("measures").get(0).get("indicators").get(0).asString())
        .isEqualTo(UNITS);
  }
}
