package si.kazalnik.indicator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages in a real browser. */
@EnabledIf(
    value = "si.kazalnik.indicator.page.Chromium#isInstalled",
    disabledReason = "no chromium with its chromedriver on the PATH")
class PageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final List<String> PAGES =
      List.of(
          "/",
          "/en/",
          "/cilji/city-and-community",
          "/kazalniki/digital-applications-share",
          "/en/indicators/cofunding-applications",
          "/kazalniki/mol-family-forms",
          "/kazalniki/training-participants",
          "/en/changes",
          "/iskanje?q=vloge",
          "/odprti-podatki",
          "/en/method",
          "/dostopnost",
          "/kazalniki/none");

  // Everything that can be broken without a person to look at it: WCAG 2.1 A, AA and best practice.
  private static final String AXE =
      "const done = arguments[arguments.length - 1];axe.run(document, {runOnly:"
          + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice']}).then(r =>"
          + " done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' +"
          + " n.failureSummary).join(' | '))), e => done(['axe failed: ' + e]));";

  private static ConfigurableApplicationContext site;
  private static String address;

  @BeforeAll
  static void start() {
    site = PageApplication.run();
    address = "http://localhost:" + site.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "360, false", "360, true"})
  void axe_finds_no_violation(int width, boolean dark) throws IOException {
    String axe = axe();
    ChromeDriver browser = Chromium.start(true);
    try {
      resize(browser, width);
      Map<String, String> scheme =
          Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
      browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
      for (String page : PAGES) {
        browser.get(address + page);
        assertThat(
                browser.executeScript("return matchMedia('(prefers-color-scheme: dark)').matches"))
            .isEqualTo(dark);
        browser.executeScript(axe);
        assertThat((List<?>) browser.executeAsyncScript(AXE)).as(page).isEmpty();
      }
    } finally {
      browser.quit();
    }
  }

  @Test
  void nothing_scrolls_sideways_at_320_pixels() {
    ChromeDriver browser = Chromium.start(true);
    try {
      resize(browser, 320);
      for (String page : PAGES) {
        browser.get(address + page);
        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
            .as(page)
            .isLessThanOrEqualTo(320L);
      }
    } finally {
      browser.quit();
    }
  }

  @Test
  void the_first_tab_shows_a_link_that_leads_past_the_menu() {
    ChromeDriver browser = Chromium.start(true);
    try {
      browser.get(address + "/");
      browser.switchTo().activeElement().sendKeys(Keys.TAB);
      assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Na vsebino");
      browser.switchTo().activeElement().sendKeys(Keys.ENTER);
      assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("main");
    } finally {
      browser.quit();
    }
  }

  @Test
  void everything_is_there_without_scripts() {
    ChromeDriver browser = Chromium.start(false);
    try {
      browser.get(address + "/en/");
      browser.findElement(By.name("q")).sendKeys("submitted digitally");
      browser.findElement(By.cssSelector(".search button")).click();
      // The page before has a link of that name, too.
      await().atMost(PATIENCE).until(() -> String.valueOf(browser.getCurrentUrl()).contains("q="));
      browser.findElement(By.linkText("Share of applications submitted digitally")).click();
      assertThat(browser.findElement(By.cssSelector("svg.wide")).isDisplayed()).isTrue();
      assertThat(browser.findElement(By.cssSelector("svg.narrow")).isDisplayed()).isFalse();
      assertThat(browser.findElements(By.cssSelector("table tbody tr"))).hasSizeGreaterThan(12);
      browser.findElement(By.linkText("Slovenščina")).click();
      assertThat(browser.getCurrentUrl())
          .isEqualTo(address + "/kazalniki/digital-applications-share");
    } finally {
      browser.quit();
    }
  }

  @Test
  void an_address_without_a_page_is_a_page_and_in_the_api_a_problem() throws Exception {
    HttpResponse<String> page = get("/en/indicator/digital-applications-shar");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such page", "digital-applications-share");

    HttpResponse<String> problem = get("/v1/nothing");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static void resize(ChromeDriver browser, int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 700));
  }

  private static String axe() throws IOException {
    try (InputStream file = PageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(file, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
