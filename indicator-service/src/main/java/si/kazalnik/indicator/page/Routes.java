package si.kazalnik.indicator.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import si.kazalnik.indicator.page.text.Language;

/** Addresses of the pages in one language. */
public record Routes(Language language) {

  public String home() {
    return in("/", "/en/");
  }

  public String goal(String id) {
    return in("/cilji/", "/en/goals/") + part(id);
  }

  public String indicator(String id) {
    return in("/kazalniki/", "/en/indicators/") + part(id);
  }

  public String search() {
    return in("/iskanje", "/en/search");
  }

  public String changes() {
    return in("/spremembe", "/en/changes");
  }

  public String openData() {
    return in("/odprti-podatki", "/en/open-data");
  }

  public String method() {
    return in("/metoda", "/en/method");
  }

  public String accessibility() {
    return in("/dostopnost", "/en/accessibility");
  }

  /** The indicators of a goal as a table. */
  public String goalCsv(String id) {
    return "/v1/indicators?goal=" + part(id) + "&format=csv";
  }

  /** A goal as the API gives it. */
  public String goalJson(String id) {
    return "/v1/goals/" + part(id);
  }

  /** A version of the catalogue. */
  public String catalogue(String version) {
    return "/v1/catalogue/" + part(version);
  }

  /** Values of an indicator as the API gives them. */
  public String values(String id) {
    return "/v1/indicators/" + part(id) + "/values";
  }

  private String in(String slovene, String english) {
    return language == Language.SL ? slovene : english;
  }

  private static String part(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
