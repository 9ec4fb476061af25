package si.kazalnik.benchmark.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import si.kazalnik.benchmark.oracle.Concerned;
import tools.jackson.databind.JsonNode;

/**
 * "Every deviation has its mail": whomever it concerns was told, or was not for one of the reasons
 * that there are, and the mail came to that role's address.
 */
final class Notices {
  private static final Set<String> SENT = Set.of("ACCEPTED", "FAILED");
  private static final Set<String> REASONS =
      Set.of("NOT_LATEST_PERIOD", "OVER_BEFORE_READ", "CAME_BACK");

  /** Taken as told, where the database was lost and the mails were not. */
  private static final String READ_BEFORE = "READ_BEFORE";

  private final Concerned concerned;
  private final boolean restored;
  private final UnaryOperator<String> addresses;
  private final Map<String, Set<String>> linked = new HashMap<>();
  private final Set<String> longMails = new TreeSet<>();
  private final List<Difference> differences = new ArrayList<>();

  /** One line of `notifications`. */
  private record Told(String to, Instant at, String kind, String outcome, String reason) {
    static Told of(JsonNode node) {
      return new Told(
          node.get("to").asString(),
          Instant.parse(node.get("at").asString()),
          node.get("kind").asString(),
          node.get("outcome").asString(),
          node.get("reason").isNull() ? "" : node.get("reason").asString());
    }

    boolean sent() {
      return SENT.contains(outcome);
    }
  }

  /**
   * Notices.
   *
   * @param restored whether the database was lost or restored from a copy
   * @param addresses of the roles
   */
  Notices(
      Concerned concerned, List<Mail> mails, boolean restored, UnaryOperator<String> addresses) {
    this.concerned = concerned;
    this.restored = restored;
    this.addresses = addresses;
    for (Mail each : mails) {
      linked.computeIfAbsent(each.recipient(), none -> new TreeSet<>()).addAll(each.indicators());
      if (each.isLong()) {
        longMails.add(each.recipient());
      }
    }
  }

  List<Difference> compare(List<JsonNode> deviations) {
    deviations.forEach(this::compare);
    return differences;
  }

  private void compare(JsonNode deviation) {
    String id = deviation.get("id").asString();
    String subject = deviation.get("indicator").asString();
    String provider =
        subject.startsWith("provider:") ? subject.substring("provider:".length()) : null;
    String state = deviation.get("state").asString();
    List<Told> told = new ArrayList<>();
    deviation.get("notifications").forEach(each -> told.add(Told.of(each)));
    Set<String> named = causes(deviation, false);
    Set<String> lasting = provider == null ? named : causes(deviation, true);
    for (Told each : told) {
      outcome(id, each);
      if (each.outcome().equals("ACCEPTED") || each.reason().equals(READ_BEFORE)) {
        mail(id, each, named);
      }
      Set<String> possible = concerned.possible(provider, named);
      if (!possible.contains(each.to())) {
        note(id, "told", "one of " + possible, each.to());
      }
    }
    for (Set<String> roles : concerned.required(provider, lasting)) {
      if (roles.stream().noneMatch(role -> knows(state, role, told))) {
        note(id, "that it is " + state + " is known to", "one of " + roles, "" + told);
      }
    }
    if (state.equals("RESOLVED") || state.equals("AMENDED")) {
      told.stream()
          .map(Told::to)
          .distinct()
          .filter(role -> wasTold(role, told) && !knowsTheEnd(state, role, told))
          .forEach(role -> note(id, "that it is " + state + " is known to", role, "" + told));
    }
  }

  /** The indicators of the causes. */
  private static Set<String> causes(JsonNode deviation, boolean lasting) {
    Set<String> indicators = new TreeSet<>();
    for (JsonNode cause : deviation.get("causes")) {
      JsonNode detail = cause.get("detail");
      if (!lasting || detail.get("endedAt") == null) {
        indicators.add(detail.get("indicator").asString());
      }
    }
    return indicators;
  }

  /** That it began; of what is over, or was never to be told, that nobody was is enough. */
  private boolean knows(String state, String role, List<Told> told) {
    return state.equals("OPEN")
        ? wasTold(role, told)
        : told.stream().anyMatch(each -> each.to().equals(role) && each.kind().equals("OPENED"));
  }

  /** Of the newest of what it was told of the beginning. */
  private boolean wasTold(String role, List<Told> told) {
    Instant newest = newest(role, told);
    return told.stream()
        .filter(each -> each.to().equals(role) && each.kind().equals("OPENED"))
        .filter(each -> each.at().equals(newest))
        .anyMatch(this::isTold);
  }

  private boolean knowsTheEnd(String state, String role, List<Told> told) {
    Instant began = newest(role, told);
    return told.stream()
        .filter(each -> each.to().equals(role) && each.kind().equals(state))
        .anyMatch(each -> isTold(each) && (began == null || !each.at().isBefore(began)));
  }

  private boolean isTold(Told each) {
    return each.sent() || (restored && each.reason().equals(READ_BEFORE));
  }

  private static @Nullable Instant newest(String role, List<Told> told) {
    return told.stream()
        .filter(each -> each.to().equals(role) && each.kind().equals("OPENED"))
        .map(Told::at)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private void outcome(String id, Told told) {
    boolean right =
        told.sent()
            || (told.outcome().equals("SUPPRESSED")
                && (REASONS.contains(told.reason())
                    || (restored && told.reason().equals(READ_BEFORE))));
    if (!right) {
      note(id, "outcome", "told, refused or kept back for a reason", "" + told);
    }
  }

  private void mail(String id, Told told, Set<String> named) {
    String address = addresses.apply(told.to());
    Set<String> there = linked.getOrDefault(address, Set.of());
    if (!longMails.contains(address) && named.stream().noneMatch(there::contains)) {
      note(id, "has a mail to " + address, "true", "false, though " + told);
    }
  }

  private void note(String of, String field, String expected, String got) {
    differences.add(new Difference("deviation " + of, "-", field, expected, got, ""));
  }
}
