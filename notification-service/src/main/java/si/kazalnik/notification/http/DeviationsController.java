package si.kazalnik.notification.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.Deviation;
import si.kazalnik.notification.store.DeviationStore;
import si.kazalnik.notification.store.KeptNotice;
import si.kazalnik.notification.store.NoticeStore;
import si.kazalnik.notification.store.OutboxMail;
import si.kazalnik.notification.store.OutboxStore;
import si.kazalnik.service.keys.BearerKeys;

/**
 * {@code GET /v1/deviations}: deviations with who was told, for the operator. Lists are by id, 100
 * to a page.
 */
@RestController
class DeviationsController {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1000;

  private final DeviationStore deviations;
  private final NoticeStore notices;
  private final OutboxStore outbox;
  private final BearerKeys keys;
  private final KnownSubjects subjects;

  DeviationsController(
      DeviationStore deviations,
      NoticeStore notices,
      OutboxStore outbox,
      BearerKeys keys,
      KnownSubjects subjects) {
    this.deviations = deviations;
    this.notices = notices;
    this.outbox = outbox;
    this.keys = keys;
    this.subjects = subjects;
  }

  /** A page of the list. */
  record Page(List<DeviationView> items, @Nullable String next) {}

  @GetMapping("/v1/deviations")
  Page deviations(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(required = false) @Nullable String indicator,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "" + DEFAULT_LIMIT) String limit,
      HttpServletRequest request) {
    if (!keys.holderOf(authorization).equals(Optional.of(BearerKeys.OPERATOR))) {
      throw Refusal.unauthorized();
    }
    Refusal.unknownParameters(request, List.of("indicator", "cursor", "limit"));
    int most = Refusal.number("limit", limit, 1, MOST);
    List<Deviation> found = deviations.list(indicator, cursor, most + 1);
    if (found.isEmpty() && cursor == null && indicator != null) {
      subjects.require(indicator);
    }
    List<Deviation> shown = found.subList(0, Math.min(most, found.size()));
    return new Page(views(shown), found.size() > most ? shown.get(shown.size() - 1).id() : null);
  }

  private List<DeviationView> views(List<Deviation> shown) {
    List<KeptNotice> kept = notices.ofDeviations(shown.stream().map(Deviation::id).toList());
    Map<String, OutboxMail.State> mails =
        outbox.states(
            kept.stream().map(KeptNotice::mail).filter(Objects::nonNull).distinct().toList());
    Map<String, List<KeptNotice>> byDeviation =
        kept.stream().collect(Collectors.groupingBy(each -> each.notice().deviation()));
    return shown.stream()
        .map(each -> DeviationView.of(each, byDeviation.getOrDefault(each.id(), List.of()), mails))
        .toList();
  }
}
