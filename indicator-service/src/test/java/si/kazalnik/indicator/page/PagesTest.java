package si.kazalnik.indicator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import si.kazalnik.indicator.page.text.Language;
import si.kazalnik.indicator.page.text.Words;
import si.kazalnik.indicator.published.PublishedIndicator;

class PagesTest {

  private static final Made LJUBLJANA = Made.ljubljana();
  private static final String SHARE = "digital-applications-share";

  private static String text(ResponseEntity<byte[]> answer) {
    byte[] body = answer.getBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8).replace('\u00a0', ' ');
  }

  private static String indicator(Made made, String id, @Nullable String asOf) {
    return text(made.controller().sloveneIndicator(id, asOf));
  }

  @Test
  void a_dimension_is_called_by_its_title() {
    PageController pages = LJUBLJANA.controller();
    assertThat(text(pages.sloveneIndicator("digital-applications-share", null)))
        .contains("Način oddaje: digital");
    assertThat(text(pages.englishIndicator("digital-applications-share", null)))
        .contains("Channel: digital");
  }

  @Test
  void every_page_of_ljubljana_is_whole_and_without_script_or_inline_style() {
    PageController pages = LJUBLJANA.controller();
    check(text(pages.slovene()), "sl");
    check(text(pages.english()), "en");
    var strategy = LJUBLJANA.strategies().now().orElseThrow();
    strategy
        .index()
        .goals()
        .forEach(
            goal -> {
              check(text(pages.sloveneGoal(goal.id())), "sl");
              check(text(pages.englishGoal(goal.id())), "en");
            });
    for (PublishedIndicator each : strategy.all()) {
      check(text(pages.sloveneIndicator(each.id(), null)), "sl");
      check(text(pages.englishIndicator(each.id(), "2025-06-30")), "en");
    }
    check(text(pages.sloveneSearch("vlog")), "sl");
    check(text(pages.englishChanges()), "en");
    check(text(pages.sloveneData()), "sl");
    check(text(pages.englishMethod()), "en");
    check(text(pages.sloveneAccessibility()), "sl");
  }

  private static void check(String html, String language) {
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + language + "\">")
        .contains("href=\"#main\"")
        .contains("id=\"main\"")
        .contains("</html>")
        .doesNotContain("<script", " style=", "null", "javascript:");
    assertThat(Pattern.compile("<h1").matcher(html).results().count()).isEqualTo(1);
  }

  /**
   * "An indicator may serve several measures; it is computed and counted once"; "A goal shows
   * counts".
   */
  @Test
  void the_start_page_counts_every_indicator_once_and_links_every_goal() {
    String html = text(LJUBLJANA.controller().slovene());
    var strategy = LJUBLJANA.strategies().now().orElseThrow();
    assertThat(html).contains(" od " + strategy.all().size() + " kazalnikov ");
    strategy
        .index()
        .goals()
        .forEach(goal -> assertThat(html).contains("href=\"/cilji/" + goal.id() + "\""));
    assertThat(html).contains("hreflang=\"en\" href=\"/en/\"", "za ponazoritev");
  }

  @Test
  void a_verdict_names_its_period_and_stands_before_the_chart() {
    String html = indicator(Made.lipa("", ""), "survey-report", null);
    assertThat(html).contains("za leto 2024");
    assertThat(html.indexOf("class=\"verdict\"")).isLessThan(html.indexOf("<figure"));
  }

  /** "Definitions and targets change by dated, public entries." */
  @Test
  void the_target_in_force_is_told_with_every_change_its_date_and_reason() {
    Made made = Made.lipa("", "");
    String html = text(made.controller().englishIndicator("reply-time", null));
    assertThat(html)
        .contains("The target is at most 10 (every quarter).", "<dd class=\"big\">10</dd>")
        .contains("Periods that start on 1 January 2026 or later are judged differently.")
        .contains("Why: A new promise of the city.", "Target: at most 10, every quarter")
        .contains("Q3 2025: A new way of measuring.")
        .doesNotContain("at most 12");
    assertThat(indicator(made, "reply-time", null))
        .contains("Drugače se presojajo obdobja, ki se začnejo 1. januarja 2026 ali pozneje.")
        .contains("Razlog: Nova zaveza mesta.", "Ciljna vrednost: največ 10, vsako četrtletje");
    assertThat(indicator(made, "reply-time", "2025-12-31"))
        .contains("Ciljna vrednost je največ 12 (vsako četrtletje).");
  }

  /** "a target change judges only the periods that start on or after its from". */
  @Test
  void a_target_that_came_later_has_its_column_and_its_sentence() {
    String later =
        """
            target: none
            changes:
              - {from: 2026-01-01, target: {everyPeriod: {value: 100, per: YEAR}}, reason: {sl: R., en: R.}}
        """;
    String html =
        text(
            Made.lipa("    target: {everyPeriod: {value: 100, per: YEAR}}\n", later)
                .controller()
                .englishIndicator("refurbished-units", null));
    assertThat(html)
        .contains("The target is at least 100 (every year).", "<th scope=\"col\" class=\"l\">Perf")
        .doesNotContain("has no target");
  }

  /** Each period by the definition that its changes leave for it. */
  @Test
  void a_row_has_the_decimals_of_its_period() {
    String later =
        """
            target: none
            changes:
              - {validFrom: 2026-11-01, decimals: 2, reason: {sl: R., en: R.}}

          - id: survey-analyses
        """;
    String html =
        text(
            Made.lipa("    target: none\n\n  - id: survey-analyses", later.stripTrailing())
                .controller()
                .englishIndicator("replies-last-year", null));
    assertThat(row(html, "November 2026")).containsPattern("<td>[0-9]+\\.[0-9]{2}</td>");
    assertThat(row(html, "October 2026")).containsPattern("<td>[0-9]+</td>");
    assertThat(html)
        .contains("Periods that start on 1 November 2026 or later are computed differently.");
  }

  private static String row(String html, String period) {
    int at = html.indexOf("<th scope=\"row\">" + period);
    assertThat(at).as(period).isPositive();
    return html.substring(at, html.indexOf("</tr>", at));
  }

  @Test
  void the_path_drawn_and_the_targets_to_come_are_those_of_their_periods() {
    String change =
        """
            tolerance: 5%
            changes:
              - from: 2026-01-01
                target: {path: [{period: 2026, value: 31}, {period: 2028, value: 47}], interpolate: LINEAR}
                reason: {sl: R., en: R.}
        """;
    String html =
        text(Made.lipa("    tolerance: 5%\n", change).controller().englishIndicator(SHARE, null));
    String chart = html.substring(html.indexOf("<figure"), html.indexOf("</figure>"));
    assertThat(chart).contains(">25<", ">31<", "target 47%");
    assertThat(chart).doesNotContainPattern("class=\"em\"[^>]*>(40|55|target 55%)<");
    String judged = html.substring(html.indexOf("judged-h"), html.indexOf("computed-h"));
    assertThat(row(judged, "December 2024")).contains("25");
    assertThat(row(judged, "2026")).contains("31");
    assertThat(row(judged, "2028")).contains("47").doesNotContain("55");
    assertThat(html).contains("The target for 2026 is at least 31%.");
    // Two lines in each drawing: the old path up to the change, and the new one.
    assertThat(Pattern.compile("<polyline class=\"p\"").matcher(chart).results().count())
        .isEqualTo(4);
  }

  @Test
  void what_is_not_computed_yet_says_so_and_shows_no_chart() {
    String html = indicator(Made.lipa("", ""), "bikes-at-stations", null);
    assertThat(html).contains("Še se ne računa", "Ta kazalnik se še ne računa", "6–10");
    assertThat(html).doesNotContain("<figure");
  }

  @Test
  void texts_of_the_catalogue_are_texts_and_never_markup() {
    Made made = Made.lipa("Delež digitalno oddanih vlog", "\"<b>A & \\\"B\\\"</b>\"");
    assertThat(indicator(made, "digital-applications-share", null))
        .contains("&lt;b&gt;A &amp; ")
        .doesNotContain("<b>A &");
  }

  @Test
  void a_query_is_a_text_and_never_markup() {
    assertThat(text(LJUBLJANA.controller().englishSearch("\"><script>alert(1)</script>")))
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void search_looks_past_case_accents_and_language() {
    assertThat(text(LJUBLJANA.controller().sloveneSearch("DELEZ digitalno")))
        .contains("/kazalniki/digital-applications-share");
    assertThat(text(LJUBLJANA.controller().sloveneSearch("submitted digitally")))
        .contains("/kazalniki/digital-applications-share");
    assertThat(text(LJUBLJANA.controller().sloveneSearch("qqqq"))).contains("ni zadetkov");
  }

  @Test
  void a_page_as_known_on_a_day_shows_nothing_later_and_says_so() {
    String html = indicator(Made.lipa("", ""), "refurbished-units", "2025-03-31");
    assertThat(html).contains("Stran, kakršna je bila na dan 31. marca 2025.", "februar 2025");
    assertThat(html).doesNotContain("marec 2025<", "2026</th>");
  }

  @Test
  void a_revised_value_is_shown_with_what_was_published_first() {
    String html = indicator(Made.lipa("", ""), "refurbished-units", null);
    assertThat(html).contains("Prva objava", "Pozni podatki", "href=\"#earlier\"");
  }

  @Test
  void a_strategy_without_goals_measures_or_indicators_has_a_page() {
    Made made =
        Made.of(
            """
            strategy:
              id: empty
              title: {en: Bare}
              from: 2026-01-01
              to: 2026-12-31
              timeZone: Europe/Ljubljana
              languages: [en]
              office: office
              goals:
                - id: lonely
                  title: {en: A goal without measures}
            owners:
              - {id: office, title: {en: Office}, language: en}
            """);
    assertThat(text(made.controller().slovene()))
        .contains("Noben kazalnik še ni opredeljen.", "lang=\"en\">A goal without measures");
    assertThat(text(made.controller().sloveneGoal("lonely"))).contains("Za ta cilj še ni ukrepov.");
  }

  @Test
  void an_unknown_name_is_a_page_in_the_right_language_with_near_names() {
    ResponseEntity<byte[]> answer =
        LJUBLJANA.controller().englishIndicator("digital-aplications-share", null);
    assertThat(answer.getStatusCode().value()).isEqualTo(404);
    assertThat(text(answer))
        .contains("There is no such page", "/en/indicators/digital-applications-share");
  }

  @Test
  void before_the_first_catalogue_the_page_says_that_it_starts() {
    Made starting =
        new Made(Made.strategies(Optional.empty(), LJUBLJANA.values()), LJUBLJANA.values());
    ResponseEntity<byte[]> answer = starting.controller().slovene();
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    assertThat(text(answer)).contains("Kazalnik se zaganja");
  }

  @Test
  void the_method_is_told_in_the_words_of_the_indicators_pages() {
    PageController pages = LJUBLJANA.controller();
    Words sl = Words.in(Language.SL);
    Words en = Words.in(Language.EN);

    // Between targets nothing is due unless the indicator's page says what holds there.
    assertThat(text(pages.sloveneMethod()))
        .contains("»" + sl.say("rail.linear") + "«", "»" + sl.say("rail.step") + "«");
    assertThat(text(pages.englishMethod()))
        .contains("“" + en.say("rail.linear") + "”", "“" + en.say("rail.step") + "”");
    assertThat(indicator(Made.lipa("", ""), SHARE, null)).contains(sl.say("rail.linear"));
    assertThat(indicator(Made.lipa("interpolate: LINEAR", "interpolate: STEP"), SHARE, null))
        .contains(sl.say("rail.step"))
        .doesNotContain(sl.say("rail.linear"));
    assertThat(indicator(Made.lipa("interpolate: LINEAR", "interpolate: NONE"), SHARE, null))
        .doesNotContain(sl.say("rail.step"), sl.say("rail.linear"));
  }

  @Test
  void what_is_counted_has_the_same_name_as_in_the_mails() {
    assertThat(indicator(LJUBLJANA, "transformed-processes", null)).contains("<dd>procesi");
    assertThat(indicator(LJUBLJANA, "strategic-council-meetings", null)).contains("<dd>seje");
  }

  @Test
  void nothing_foreign_may_be_loaded() {
    String policy =
        LJUBLJANA.controller().slovene().getHeaders().getFirst("Content-Security-Policy");
    assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "script-src");
  }

  @Test
  void the_style_sheet_is_small_and_kept_for_long() {
    ResponseEntity<byte[]> style = new Assets().style();
    assertThat(style.getBody()).hasSizeLessThan(12 * 1024);
    assertThat(style.getHeaders().getCacheControl()).contains("max-age=31536000");
  }
}
