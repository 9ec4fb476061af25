package si.kazalnik.benchmark.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of a known mixture: recorded, repeated, late, out of order, corrected before recorded and
 * across series and days, withdrawn, completed, and wrong in every way that has a code.
 */
public final class EventGenerator {
  private final Dice dice;
  private final Times times;
  private final WrongEvents wrong;
  private final ZoneId zone;
  private final List<Draft> sent = new ArrayList<>();
  private final List<Draft> waiting = new ArrayList<>();
  private final List<Draft> planned = new ArrayList<>();
  private final Map<String, Draft> announced = new HashMap<>();
  private int number;

  /** Of a seed. */
  public EventGenerator(long seed, ZoneId zone) {
    this.dice = new Dice(seed);
    this.zone = zone;
    this.times = new Times(dice, zone);
    this.wrong = new WrongEvents(dice);
  }

  /** Instants to which the clock is to be moved. */
  public List<Instant> clock(Instant start, int steps) {
    return times.clock(start, steps);
  }

  /** The next events, as of the clock. */
  public List<LoadEvent> events(Instant now, int count) {
    announced.clear();
    List<LoadEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(now));
    }
    return events;
  }

  private LoadEvent event(Instant now) {
    if (!planned.isEmpty()) {
      Draft draft = planned.remove(0);
      sent.add(draft);
      return published(draft);
    }
    if (dice.in100(2)) {
      wholeRoster(now);
    }
    int kind = dice.below(100);
    if (kind < 8) {
      Shape shape =
          dice.in100(40) ? Shape.named(dice.any("apps.count", "visits")) : dice.of(Shape.ALL);
      return wrong.event(recorded(shape, now), now);
    }
    Draft draft;
    if (sent.size() < 20 || kind < 62) {
      draft = recorded(now);
    } else if (kind < 70) {
      draft = dice.of(sent).shuffled(dice.random());
    } else if (kind < 81) {
      draft = corrected(dice.of(sent), now);
    } else if (kind < 84) {
      Draft original = recorded(now);
      waiting.add(original);
      draft = corrected(original, now);
    } else if (kind < 87 && !waiting.isEmpty()) {
      draft = waiting.remove(dice.below(waiting.size()));
    } else if (kind < 92) {
      draft = withdrawn(dice.in100(85) ? dice.of(sent) : recorded(now));
    } else if (kind < 94) {
      draft = rival(dice.of(sent), now);
    } else {
      draft = completed(now);
    }
    draft = announced(draft);
    sent.add(draft);
    return published(draft);
  }

  /**
   * What says when an event of {@code ON_EVENT} is stays so in its step: whether a date that
   * cancels out within a second of the clock counts is not said, and a period that was published
   * once stays.
   */
  private Draft announced(Draft draft) {
    String key = key(draft);
    Draft before = announced.get(key);
    if (before != null) {
      return before;
    }
    boolean tells =
        Shape.ALL.stream()
            .filter(Shape::event)
            .anyMatch(each -> Draft.quoted(each.id()).equals(draft.data().get("series")));
    if (tells) {
      announced.put(key, draft);
    }
    return draft;
  }

  private static String key(Draft draft) {
    return draft.source()
        + "|"
        + draft.data().getOrDefault("measurement", Draft.quoted(draft.id()));
  }

  /** Everybody on a roster reports or completes one period, so that rosters become complete. */
  private void wholeRoster(Instant now) {
    Shape shape = dice.of(Shape.ALL.stream().filter(Shape::roster).toList());
    Draft first = recorded(shape, now);
    String completed = first.data().getOrDefault("period", Draft.quoted(anyPeriod(now)));
    boolean moments = shape.period() == null;
    for (String subject : shape.reporting()) {
      Draft draft =
          dice.in100(60) && !moments
              ? recorded(shape, now).with("period", completed)
              : completed(shape, now).with("period", completed);
      planned.add(draft.with("subject", Draft.quoted(subject)));
    }
  }

  private LoadEvent published(Draft draft) {
    String key = key(draft);
    boolean overHttp = Math.floorMod(key.hashCode(), 4) == 0;
    boolean binary = !overHttp && dice.in100(15);
    return new LoadEvent(
        draft.provider(),
        key,
        binary ? draft.dataText() : draft.structured(),
        binary ? draft.binaryHeaders() : Map.of(),
        overHttp);
  }

  private Draft recorded(Instant now) {
    Shape shape = dice.of(Shape.ALL);
    return recorded(shape.rare() && dice.in100(94) ? dice.of(Shape.ALL) : shape, now);
  }

  private Draft recorded(Shape shape, Instant now) {
    String id = dice.any("m", "m|", "Š", "\uD83D\uDE00") + number++;
    Map<String, String> data = new LinkedHashMap<>();
    if (dice.in100(85)) {
      data.put("measurement", Draft.quoted(id));
    }
    if (dice.in100(30)) {
      data.put("revision", "1");
    }
    data.putAll(content(shape, now));
    return new Draft(
        shape.provider(),
        dice.of(CatalogueGenerator.sources(shape.provider())),
        data.containsKey("measurement") ? "e" + number : id,
        Draft.RECORDED,
        data);
  }

  private Map<String, String> content(Shape shape, Instant now) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("series", Draft.quoted(shape.id()));
    if (shape.roster() || shape.ofEvents() || dice.in100(40)) {
      data.put("subject", Draft.quoted(dice.of(shape.reporting())));
    }
    if (shape.period() == null) {
      data.put("observedAt", times.written(times.moment(now)));
    } else {
      data.put("period", Draft.quoted(period(shape.period(), now)));
      if (!shape.numeric() && dice.in100(shape.rare() ? 95 : 50)) {
        data.put("observedAt", times.written(times.moment(now)));
      }
    }
    if (shape.numeric()) {
      data.put("value", value(shape));
      if (shape.unit() != null && dice.in100(20)) {
        data.put("unit", Draft.quoted(shape.unit()));
      }
    }
    if (shape.channels()) {
      data.put(
          "dimensions",
          "{\"channel\":\""
              + dice.any("digital", "paper", "kiosk", "phone", "post")
              + "\""
              + dice.any("", ",\"district\":\"Šiška\"", ",\"district\":\"Center\"")
              + "}");
    }
    if (shape.keyed()) {
      data.put("key", Draft.quoted("k" + dice.below(50)));
    }
    if (dice.in100(5)) {
      data.put("unknown", dice.any("[1,{\"b\":2.50,\"a\":1e2}]", "\"tab\\there\"", "null"));
    }
    return data;
  }

  private String value(Shape shape) {
    String sign = shape.signed() && dice.in100(30) ? "-" : "";
    return sign
        + switch (dice.below(10)) {
          case 0 -> "0";
          case 1 -> "1e2";
          case 2 -> dice.below(300) + ".5";
          case 3 -> dice.below(90) + ".123456789012";
          case 4 -> dice.below(30) + ".10";
          case 5 ->
              shape.signed() && dice.in100(30)
                  ? "123456789012345678.987654321098"
                  : String.valueOf(dice.below(1_000));
          default -> String.valueOf(dice.below(40));
        };
  }

  private String period(String calendar, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    if (calendar.equals("WEEK")) {
      LocalDate day = today.minusDays(dice.below(200));
      return "%04d-W%02d"
          .formatted(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
    if (calendar.equals("MONTH")) {
      return java.time.YearMonth.from(today).minusMonths(dice.below(20)).toString();
    }
    return String.valueOf(today.getYear() - dice.below(4));
  }

  private Draft corrected(Draft before, Instant now) {
    Shape shape = shapeOf(before);
    if (dice.in100(30)) {
      shape =
          dice.of(
              Shape.ALL.stream()
                  .filter(each -> each.provider().equals(before.provider()))
                  .toList());
    }
    Map<String, String> data = identity(before);
    data.put("revision", String.valueOf(revision(before) + dice.any(1, 1, 1, 2)));
    data.putAll(content(shape, now));
    return new Draft(before.provider(), before.source(), "e" + number++, Draft.CORRECTED, data);
  }

  private Draft withdrawn(Draft before) {
    Map<String, String> data = identity(before);
    data.put("revision", String.valueOf(revision(before) + dice.any(1, 1, 2)));
    if (dice.in100(30)) {
      data.put("series", before.data().getOrDefault("series", "\"temps\""));
    }
    Draft draft =
        new Draft(before.provider(), before.source(), "e" + number++, Draft.WITHDRAWN, data);
    return shapes(draft) ? draft : draft.without("series");
  }

  /** The same revision with another content or type. */
  private Draft rival(Draft before, Instant now) {
    if (revision(before) == 1) {
      Map<String, String> data = identity(before);
      if (dice.in100(30)) {
        data.put("series", Draft.quoted(shapeOf(before).id()));
        data.put("period", Draft.quoted(anyPeriod(now)));
        return new Draft(before.provider(), before.source(), "e" + number++, Draft.COMPLETED, data);
      }
      data.putAll(content(shapeOf(before), now));
      return new Draft(before.provider(), before.source(), "e" + number++, Draft.RECORDED, data);
    }
    Map<String, String> data = identity(before);
    data.put("revision", String.valueOf(revision(before)));
    if (dice.in100(40)) {
      return new Draft(before.provider(), before.source(), "e" + number++, Draft.WITHDRAWN, data);
    }
    data.putAll(content(shapeOf(before), now));
    return new Draft(before.provider(), before.source(), "e" + number++, Draft.CORRECTED, data);
  }

  private Draft completed(Instant now) {
    return completed(dice.of(Shape.ALL.stream().filter(each -> !each.keyed()).toList()), now);
  }

  private Draft completed(Shape shape, Instant now) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("measurement", Draft.quoted("c" + number++));
    data.put("series", Draft.quoted(shape.id()));
    if (dice.in100(shape.roster() ? 85 : 15)) {
      data.put("subject", Draft.quoted(dice.of(shape.reporting())));
    }
    data.put("period", Draft.quoted(anyPeriod(now)));
    return new Draft(
        shape.provider(),
        CatalogueGenerator.sources(shape.provider()).get(0),
        "e" + number,
        Draft.COMPLETED,
        data);
  }

  private String anyPeriod(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate().minusDays(dice.below(500));
    return switch (dice.below(6)) {
      case 0 -> today.toString();
      case 5 -> period("WEEK", now);
      case 1 -> String.valueOf(today.getYear());
      case 2 -> today.getYear() + "-Q" + ((today.getMonthValue() - 1) / 3 + 1);
      case 3 -> today.getYear() + (today.getMonthValue() > 6 ? "-H2" : "-H1");
      default -> java.time.YearMonth.from(today).toString();
    };
  }

  private static Map<String, String> identity(Draft before) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("measurement", before.data().getOrDefault("measurement", Draft.quoted(before.id())));
    return data;
  }

  private static int revision(Draft draft) {
    return Integer.parseInt(draft.data().getOrDefault("revision", "1"));
  }

  private static boolean shapes(Draft draft) {
    return Shape.ALL.stream()
        .anyMatch(
            each ->
                Draft.quoted(each.id()).equals(draft.data().get("series"))
                    && each.provider().equals(draft.provider()));
  }

  private static Shape shapeOf(Draft draft) {
    return Shape.ALL.stream()
        .filter(each -> Draft.quoted(each.id()).equals(draft.data().get("series")))
        .findFirst()
        .orElseGet(
            () ->
                Shape.ALL.stream()
                    .filter(each -> each.provider().equals(draft.provider()))
                    .findFirst()
                    .orElseThrow());
  }
}
