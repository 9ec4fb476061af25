package si.kazalnik.indicator.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import si.kazalnik.contract.Topics;
import si.kazalnik.contract.catalogue.Catalogue;
import si.kazalnik.contract.catalogue.CataloguePublication;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Faulty;
import si.kazalnik.indicator.catalogue.CatalogueLoad.Loaded;
import si.kazalnik.indicator.catalogue.Publishing.Published;
import si.kazalnik.indicator.catalogue.Publishing.Refused;
import si.kazalnik.indicator.catalogue.Publishing.Unchanged;
import si.kazalnik.indicator.catalogue.yaml.Fault;
import si.kazalnik.indicator.catalogue.yaml.Faults;
import si.kazalnik.service.catalogue.CatalogueReader;
import si.kazalnik.service.keys.BearerKeys;

/** {@code /v1/catalogue}: what is in force, every earlier version, and how to change it. */
@RestController
final class CatalogueController {

  private static final Logger audit = LoggerFactory.getLogger("audit");
  private static final List<MediaType> ZIP =
      List.of(
          MediaType.parseMediaType("application/zip"),
          MediaType.parseMediaType("application/x-zip-compressed"),
          MediaType.APPLICATION_OCTET_STREAM);

  private final BearerKeys keys;
  private final CatalogueReader reader;
  private final CatalogueTopic topic;
  private final CataloguePublisher publisher;
  private final CatalogueAtStart start;

  CatalogueController(
      BearerKeys keys,
      CatalogueReader reader,
      CatalogueTopic topic,
      CataloguePublisher publisher,
      CatalogueAtStart start) {
    this.keys = keys;
    this.reader = reader;
    this.topic = topic;
    this.publisher = publisher;
    this.start = start;
  }

  @GetMapping("/v1/catalogue")
  ResponseEntity<Object> current() {
    return reader
        .current()
        .map(CatalogueAnswer::summary)
        .orElseGet(() -> CatalogueAnswer.unavailable("no catalogue has been published yet"));
  }

  @GetMapping("/v1/catalogue/{version}")
  ResponseEntity<Object> version(@PathVariable String version) {
    Optional<CataloguePublication> current =
        reader.current().filter(known -> known.catalogue().version().equals(version));
    try {
      return current
          .or(() -> topic.version(version))
          .map(publication -> CatalogueAnswer.json(publication.catalogue()))
          .orElseGet(
              () ->
                  CatalogueAnswer.refused(
                      HttpStatus.NOT_FOUND,
                      "unknown-catalogue",
                      "There is no such catalogue",
                      "no catalogue of that version was ever published; /v1/catalogue names the"
                          + " one in force"));
    } catch (KafkaException e) {
      return CatalogueAnswer.unavailable("earlier versions can't be read: " + e.getMessage());
    }
  }

  @PutMapping("/v1/catalogue")
  ResponseEntity<Object> put(
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
      throws IOException {
    if (keys.holderOf(key).filter(BearerKeys.OPERATOR::equals).isEmpty()) {
      return CatalogueAnswer.unauthorized();
    }
    if (!isZip(request.getContentType())) {
      return CatalogueAnswer.refused(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "not-a-zip",
          "The body must be a ZIP",
          "send the folder as a ZIP with `Content-Type: application/zip`");
    }
    byte[] body = request.getInputStream().readNBytes(Topics.CATALOGUE_MAX_BYTES + 1);
    if (body.length > Topics.CATALOGUE_MAX_BYTES) {
      return CatalogueAnswer.refused(
          HttpStatus.CONTENT_TOO_LARGE,
          "catalogue-too-large",
          "The catalogue is too large",
          "a catalogue is at most 16 MiB");
    }
    Faults faults = new Faults();
    CatalogueLoad load = CatalogueLoader.load(CatalogueZip.read(body, faults), faults);
    return load instanceof Loaded loaded
        ? publish(loaded.catalogue())
        : CatalogueAnswer.faulty(((Faulty) load).faults());
  }

  private ResponseEntity<Object> publish(Catalogue catalogue) {
    if (!start.topicsThere()) {
      return CatalogueAnswer.unavailable("Kafka has not been reached yet; nothing was changed");
    }
    try {
      Publishing publishing = publisher.publishPut(catalogue);
      if (publishing instanceof Refused refused) {
        return CatalogueAnswer.faulty(
            refused.reasons().stream().map(reason -> new Fault("", 0, reason)).toList());
      }
      return publishing instanceof Published published
          ? taken(published.publication(), published.before(), true)
          : taken(
              ((Unchanged) publishing).current(),
              Optional.of(((Unchanged) publishing).current()),
              false);
    } catch (KafkaException e) {
      return CatalogueAnswer.unavailable(
          "Kafka did not confirm the new version; send it again, the same content is published"
              + " once only");
    }
  }

  private static ResponseEntity<Object> taken(
      CataloguePublication now, Optional<CataloguePublication> before, boolean published) {
    audit.info(
        "the operator put catalogue {}; {}",
        now.catalogue().version(),
        published ? "published as number " + now.sequence() : "it was in force already");
    return CatalogueAnswer.json(
        new CatalogueAnswer.Taken(
            now.catalogue().version(),
            now.sequence(),
            published,
            CatalogueChanges.between(
                before.map(CataloguePublication::catalogue), now.catalogue())));
  }

  private static boolean isZip(@Nullable String contentType) {
    try {
      return contentType != null
          && ZIP.stream()
              .anyMatch(zip -> zip.equalsTypeAndSubtype(MediaType.parseMediaType(contentType)));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
