package si.kazalnik.benchmark.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Book;
import si.kazalnik.benchmark.oracle.History;
import si.kazalnik.benchmark.oracle.Oracle;
import si.kazalnik.benchmark.oracle.PeriodAnswer;
import si.kazalnik.benchmark.oracle.Published;
import si.kazalnik.benchmark.oracle.Range;
import si.kazalnik.benchmark.oracle.Revision;
import si.kazalnik.benchmark.oracle.Summary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field of the API against the oracle. */
final class Comparison {
  private static final Set<String> VERDICTS =
      Set.of("MET", "MISSED", "ON_TRACK", "AT_RISK", "OFF_TRACK");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Oracle oracle;
  private final Answers api;
  private final boolean inOrder;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  /**
   * @param inOrder whether the order of arrival within an identity is known; where a batch was sent
   *     twice it is not, and only the sum of applied, duplicate and superseded is
   */
  Comparison(Oracle oracle, Answers api, boolean inOrder) {
    this.oracle = oracle;
    this.api = api;
    this.inOrder = inOrder;
  }

  List<Difference> differences() {
    return differences;
  }

  /** How many periods were compared. */
  int compared() {
    return compared;
  }

  void run(List<Instant> asOf) throws IOException, InterruptedException {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    api.indicators().forEach(item -> items.put(item.get("id").asString(), item));
    for (Book.Indicator indicator : oracle.book().indicators()) {
      JsonNode item = items.get(indicator.id());
      if (item == null) {
        note(indicator.id(), "-", "listed", "true", "false", "");
        continue;
      }
      summary(indicator, item);
      values(indicator, null);
      for (Instant instant : asOf) {
        values(indicator, instant);
      }
    }
    balances();
  }

  private void summary(Book.Indicator indicator, JsonNode item) {
    String id = indicator.id();
    same(id, "-", "unit", indicator.unit(), text(item.get("unit")));
    same(id, "-", "polarity", indicator.polarity(), text(item.get("polarity")));
    same(id, "-", "outlook", null, text(item.get("outlook")));
    // The rules do not say which decimals an indicator has whose dated changes give others.
    if (!indicator.decimals().contains(item.get("decimals").asInt())) {
      note(id, "-", "decimals", "" + indicator.decimals(), "" + item.get("decimals"), "");
    }
    List<Difference> fewest = null;
    for (Summary summary : oracle.summaries(indicator)) {
      List<Difference> found = differences(indicator, summary, item);
      if (fewest == null || found.size() < fewest.size()) {
        fewest = found;
      }
    }
    if (fewest != null) {
      differences.addAll(fewest);
    }
  }

  private static List<Difference> differences(
      Book.Indicator indicator, Summary summary, JsonNode item) {
    JsonNode latest = item.get("latest");
    boolean none = latest == null || latest.isNull();
    JsonNode performance = item.get("performance");
    JsonNode health = item.get("dataHealth");
    Map<String, @Nullable String> wanted = new LinkedHashMap<>();
    Map<String, @Nullable String> is = new LinkedHashMap<>();
    wanted.put("latest.period", summary.latestPeriod());
    is.put("latest.period", none ? null : text(latest.get("period")));
    wanted.put("latest.value", plain(summary.latestValue()));
    is.put("latest.value", none ? null : text(latest.get("value")));
    wanted.put("performance.state", summary.performance());
    is.put("performance.state", text(performance.get("state")));
    wanted.put("performance.period", summary.performancePeriod());
    is.put("performance.period", text(performance.get("period")));
    wanted.put("dataHealth.state", summary.dataHealth());
    is.put("dataHealth.state", text(health.get("state")));
    wanted.put("dataHealth.dueAt", instant(summary.dueAt()));
    is.put("dataHealth.dueAt", text(health.get("dueAt")));
    List<Difference> found = new ArrayList<>();
    wanted.forEach(
        (field, value) -> {
          if (!equal(value, is.get(field))) {
            found.add(
                new Difference(indicator.id(), "-", field, "" + value, "" + is.get(field), ""));
          }
        });
    return found;
  }

  private void values(Book.Indicator indicator, @Nullable Instant asOf)
      throws IOException, InterruptedException {
    Map<String, JsonNode> got = new LinkedHashMap<>();
    api.values(indicator.id(), asOf)
        .get("values")
        .forEach(value -> got.put(value.get("period").asString(), value));
    values(indicator, "", oracle.periods(indicator).values(), got, asOf);
    String dimension = indicator.dimension();
    if (dimension == null) {
      return;
    }
    Map<String, Map<String, JsonNode>> cells = new LinkedHashMap<>();
    for (JsonNode value : api.cells(indicator.id(), dimension, asOf).get("values")) {
      cells
          .computeIfAbsent(
              value.get("dimensions").get(dimension).asString(), none -> new LinkedHashMap<>())
          .put(value.get("period").asString(), value);
    }
    for (String cell : indicator.cellValues()) {
      values(
          indicator,
          " " + cell,
          oracle.cells(indicator, cell).values(),
          cells.getOrDefault(cell, new LinkedHashMap<>()),
          asOf);
    }
  }

  private void values(
      Book.Indicator indicator,
      String cell,
      Collection<PeriodAnswer> answers,
      Map<String, JsonNode> got,
      @Nullable Instant asOf) {
    String at = cell + (asOf == null ? "" : "@" + asOf);
    for (PeriodAnswer answer : answers) {
      JsonNode value = got.remove(answer.name());
      if (answer.open()) {
        continue;
      }
      compared++;
      boolean hidden = asOf != null && answer.closing().isAfter(asOf);
      Function<History, @Nullable Revision> shown =
          history -> hidden ? null : asOf == null ? history.last() : history.asOf(asOf);
      period(indicator, answer, at, shown, value);
    }
    got.forEach(
        (extra, value) ->
            note(indicator.id(), extra + at, "listed", "false", "true", value.toString()));
  }

  private void period(
      Book.Indicator indicator,
      PeriodAnswer answer,
      String at,
      Function<History, @Nullable Revision> shown,
      @Nullable JsonNode value) {
    List<Difference> fewest = null;
    for (History history : answer.histories()) {
      Revision expected = shown.apply(history);
      List<Difference> found = fields(indicator, answer, at, history, expected, value);
      if (fewest == null || found.size() < fewest.size()) {
        fewest = found;
      }
    }
    differences.addAll(Objects.requireNonNull(fewest));
  }

  private List<Difference> fields(
      Book.Indicator indicator,
      PeriodAnswer answer,
      String at,
      History history,
      @Nullable Revision expected,
      @Nullable JsonNode value) {
    List<Difference> found = new ArrayList<>();
    String id = indicator.id();
    String name = answer.name() + at;
    if (expected == null || value == null) {
      if (expected != null || value != null) {
        found.add(
            new Difference(id, name, "listed", "" + (expected != null), "" + (value != null), ""));
      }
      return found;
    }
    Published published = expected.published();
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("start", answer.start().toString());
    fields.put("end", answer.end().toString());
    fields.put("value", plain(published.value()));
    fields.put("reason", published.reason());
    fields.put("performance", published.performance());
    fields.put("expected", written(published.expected()));
    fields.put("target", written(published.target()));
    Published.Coverage coverage = published.coverage();
    fields.put("coverage", coverage == null ? null : coverage.written());
    fields.put(
        "measurements",
        published.measurements() == null ? null : published.measurements().toString());
    List<String> failing = published.failing();
    fields.put(
        "failing",
        failing == null
            ? null
            : failing.stream().map(each -> '"' + each + '"').collect(joining(",", "[", "]")));
    fields.put(
        "deliveredLate",
        published.deliveredLate() == null ? null : published.deliveredLate().toString());
    fields.put("status", history.status(expected));
    fields.put("revision", "" + expected.number());
    fields.put("computedAt", expected.computedAt().toString());
    String context = "rev " + expected.number() + " of " + answer.histories().size() + ", " + value;
    fields.forEach(
        (field, wanted) -> {
          String is = text(value.get(field));
          if (!equal(wanted, is)) {
            found.add(new Difference(id, name, field, "" + wanted, "" + is, context));
          }
        });
    String cause = text(value.get("cause"));
    boolean right =
        expected.causes().isEmpty() ? cause == null : expected.causes().contains("" + cause);
    if (!right) {
      found.add(new Difference(id, name, "cause", "" + expected.causes(), "" + cause, context));
    }
    return found;
  }

  /** Every rejected event, whole, with its code. */
  void rejections(String kafka) {
    Map<String, Integer> left = new TreeMap<>();
    for (Oracle.Refusal refusal : oracle.refusals()) {
      left.merge(rejection(refusal.code(), refusal.sent().value()), 1, Integer::sum);
    }
    new RawLog(kafka, List.of("measurements.rejected"))
        .rest()
        .forEach(
            record -> {
              var header = record.headers().lastHeader("kazalnik-code");
              String code =
                  header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8);
              String value = new String(record.value(), StandardCharsets.UTF_8);
              left.merge(rejection(code, value), -1, Integer::sum);
            });
    left.forEach(
        (rejection, count) -> {
          if (count != 0) {
            note(
                "rejections",
                "-",
                rejection,
                count > 0 ? "" + count : "0",
                count > 0 ? "0" : "" + -count,
                "");
          }
        });
  }

  /** What the API does not show: which verdicts stand for good, what is due, and until when. */
  void milestones(String kafka) {
    Map<String, JsonNode> newest = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> each :
        new RawLog(kafka, List.of("indicator-values")).rest()) {
      if (each.value() != null) {
        JsonNode value = JSON.readTree(each.value());
        if (value.get("dimensions").isEmpty()) {
          String of = value.get("indicator").asString() + " " + value.get("period").asString();
          newest.put(of, value);
        }
      }
    }
    for (Book.Indicator indicator : oracle.book().indicators()) {
      for (PeriodAnswer answer : oracle.periods(indicator).values()) {
        Revision last = answer.histories().iterator().next().last();
        JsonNode value = newest.get(indicator.id() + " " + answer.name());
        if (last == null || answer.open() || answer.histories().size() > 1) {
          continue;
        }
        if (value == null) {
          note(indicator.id(), answer.name(), "recorded", "true", "false", "");
          continue;
        }
        same(indicator.id(), answer.name(), "due", "" + answer.due(), text(value.get("due")));
        same(
            indicator.id(),
            answer.name(),
            "closesAt",
            answer.closing().toString(),
            text(value.get("closesAt")));
        String verdict = last.published().performance();
        if (verdict != null && VERDICTS.contains(verdict)) {
          same(
              indicator.id(),
              answer.name(),
              "milestone",
              "" + last.published().dated(),
              text(value.get("milestone")));
        }
      }
    }
  }

  private static String rejection(String code, String value) {
    return code + " " + value.substring(0, Math.min(400, value.length()));
  }

  private void balances() throws IOException, InterruptedException {
    JsonNode ingestion = api.ingestionBalance().get("providers");
    JsonNode indicators = api.indicatorBalance().get("providers");
    oracle
        .counts()
        .forEach(
            (provider, counts) -> {
              String of = "balance of " + provider;
              JsonNode in = ingestion.get(provider);
              JsonNode out = indicators.get(provider);
              if (in == null || out == null) {
                note(of, "-", "listed", "true", in + " " + out, "");
                return;
              }
              same(of, "-", "received", "" + counts.received, text(in.get("received")));
              same(of, "-", "accepted", "" + counts.accepted, text(in.get("accepted")));
              same(
                  of,
                  "-",
                  "rejected",
                  "" + (counts.received - counts.accepted),
                  text(in.get("rejected")));
              JsonNode codes = in.get("codes");
              counts.codes.forEach(
                  (code, count) -> same(of, "-", code, "" + count, text(codes.get(code))));
              same(
                  of,
                  "-",
                  "accepted by indicators",
                  "" + counts.accepted,
                  text(out.get("accepted")));
              long sum =
                  out.get("applied").asLong()
                      + out.get("duplicate").asLong()
                      + out.get("superseded").asLong();
              same(of, "-", "applied + duplicate + superseded", "" + counts.accepted, "" + sum);
              if (!inOrder) {
                return;
              }
              same(of, "-", "applied", "" + counts.applied, text(out.get("applied")));
              same(of, "-", "duplicate", "" + counts.duplicate, text(out.get("duplicate")));
              same(of, "-", "superseded", "" + counts.superseded, text(out.get("superseded")));
            });
  }

  private void same(
      String indicator,
      String period,
      String field,
      @Nullable String expected,
      @Nullable String got) {
    if (!equal(expected, got)) {
      note(indicator, period, field, "" + expected, "" + got, "");
    }
  }

  private void note(
      String indicator, String period, String field, String expected, String got, String context) {
    differences.add(new Difference(indicator, period, field, expected, got, context));
  }

  private static boolean equal(@Nullable String expected, @Nullable String got) {
    if (Objects.equals(expected, got)) {
      return true;
    }
    if (expected == null || got == null) {
      return false;
    }
    if (expected.endsWith("Z") && got.endsWith("Z")) {
      return Instant.parse(expected).equals(Instant.parse(got));
    }
    return numeric(expected)
        && numeric(got)
        && new BigDecimal(expected).compareTo(new BigDecimal(got)) == 0;
  }

  private static boolean numeric(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static @Nullable String written(@Nullable Range range) {
    return range == null ? null : range.written();
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static @Nullable String instant(@Nullable Instant value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    return node.isNumber()
        ? node.decimalValue().toPlainString()
        : node.isString() ? node.asString() : node.toString();
  }
}
