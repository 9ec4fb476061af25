package si.kazalnik.indicator.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import si.kazalnik.indicator.published.NearNames;
import si.kazalnik.indicator.published.PublishedStrategy;

/** Pages for what isn't there: never, not yet, or not just now. */
@Component
record Missing(Pages pages) {

  /** Nothing of that name; goals and indicators with a name near to it may have been meant. */
  ResponseEntity<byte[]> at(Edition edition, PublishedStrategy strategy, String name) {
    Map<String, Link> known = new LinkedHashMap<>();
    strategy
        .index()
        .goals()
        .forEach(
            goal ->
                known.put(
                    goal.id(),
                    new Link(
                        edition.routes().goal(goal.id()),
                        Titles.goal(edition, goal.number(), goal.title()))));
    strategy
        .all()
        .forEach(
            each ->
                known.put(
                    each.id(),
                    new Link(
                        edition.routes().indicator(each.id()),
                        edition.of(each.definition().title()))));
    List<Link> near = new ArrayList<>();
    NearNames.of(name, known.keySet())
        .forEach(id -> near.add(Objects.requireNonNull(known.get(id))));
    return pages.missing(edition, view(new Frames(edition, strategy), "notFound", near));
  }

  /** No catalogue has been read yet. */
  ResponseEntity<byte[]> starting(Edition edition) {
    return pages.unavailable(
        HttpStatus.SERVICE_UNAVAILABLE,
        edition,
        view(new Frames(edition, null), "starting", List.of()));
  }

  /** The values can't be reached. */
  ResponseEntity<byte[]> broken(HttpStatus status, Edition edition) {
    return pages.unavailable(status, edition, view(new Frames(edition, null), "broken", List.of()));
  }

  /** Nothing there, and no catalogue yet to look for near names in. */
  ResponseEntity<byte[]> at(Edition edition) {
    return pages.missing(edition, view(new Frames(edition, null), "notFound", List.of()));
  }

  private static NotFoundView view(Frames frames, String words, List<Link> near) {
    Edition edition = frames.edition();
    String title = edition.say(words + ".h1");
    return new NotFoundView(
        frames.around(edition.say("page.title", "title", title), "", Routes::home),
        title,
        edition.say(words + ".text"),
        near,
        new Link(edition.routes().home(), edition.say("notFound.home")));
  }
}
