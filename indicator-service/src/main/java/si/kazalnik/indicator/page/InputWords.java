package si.kazalnik.indicator.page;

import java.util.stream.Collectors;
import si.kazalnik.contract.catalogue.Input;
import si.kazalnik.contract.catalogue.Series;
import si.kazalnik.indicator.published.PublishedIndicator;

/** What an input is, in words: how which measurements of which time are put together. */
record InputWords(Edition edition, PublishedIndicator indicator) {

  String of(Input input) {
    return edition.say(
        "computed.input",
        "aggregate",
        edition.say("aggregate." + input.aggregate(), "p", String.valueOf(input.percentile())),
        "series",
        series(input),
        "where",
        where(input),
        "window",
        edition.say("window." + input.window(), "n", Integer.toString(input.rolling())),
        "options",
        options(input));
  }

  private String options(Input input) {
    StringBuilder options = new StringBuilder();
    if (input.aggregate() == Input.Aggregate.LAST) {
      options.append(edition.say("input.across." + input.across()));
    }
    if (input.carryForward() > 0) {
      options.append(edition.say("input.carryForward", "n", input.carryForward()));
    }
    if (input.atLeast() > 1) {
      options.append(edition.say("input.atLeast", "n", input.atLeast()));
    }
    if (input.zeroWhenEmpty()) {
      options.append(edition.say("input.zeroWhenEmpty"));
    }
    return options.toString();
  }

  private String series(Input input) {
    return indicator.series().stream()
        .filter(each -> each.id().equals(input.series()))
        .map(Series::title)
        .map(edition::of)
        .map(title -> title.isEmpty() ? input.series() : title)
        .findFirst()
        .orElse(input.series());
  }

  private String where(Input input) {
    if (input.where().isEmpty()) {
      return "";
    }
    String conditions =
        input.where().entrySet().stream()
            .map(
                each -> dimension(input, each.getKey()) + ": " + String.join(", ", each.getValue()))
            .collect(Collectors.joining("; "));
    return edition.say("computed.where", "conditions", conditions);
  }

  private String dimension(Input input, String name) {
    return indicator.series().stream()
        .filter(each -> each.id().equals(input.series()))
        .flatMap(each -> each.dimensions().stream())
        .filter(each -> each.name().equals(name))
        .map(each -> edition.of(each.title()))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse(name);
  }
}
