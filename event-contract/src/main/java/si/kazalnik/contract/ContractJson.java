package si.kazalnik.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import si.kazalnik.contract.catalogue.Indicator;
import si.kazalnik.contract.catalogue.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The codec of all records in our topics: JSON, members sorted as declared, null members left out,
 * numbers in plain notation, instants in UTC. A member that it does not know is ignored, so that an
 * older reader can read a newer record.
 */
public final class ContractJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Topics.CATALOGUE_MAX_BYTES)
                          .build())
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              new SimpleModule("quick and plain")
                  .addDeserializer(Instant.class, new QuickInstants())
                  .addDeserializer(BigDecimal.class, new PlainDecimal()))
          .addMixIn(Target.class, TargetKinds.class)
          .addMixIn(Indicator.Change.class, ChangeKinds.class)
          .build();

  private ContractJson() {}

  /** The mapper itself, for code that reads or writes parts of a record. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** UTF-8 JSON of a record. */
  public static byte[] write(Object record) {
    return MAPPER.writeValueAsBytes(record);
  }

  /**
   * The record that the bytes hold.
   *
   * @throws UnreadableRecordException where they are not JSON of that shape
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new UnreadableRecordException(
          String.format(
              Locale.ROOT,
              "unreadable as %s (%d bytes): %s",
              type.getSimpleName(),
              json.length,
              e.getOriginalMessage()),
          e);
    }
  }

  /**
   * The record that the bytes hold, with every part that its signature does not let be null: what
   * something else than our code wrote must be found out where it is read.
   *
   * @param json null where the topic's record has no value
   * @throws UnreadableRecordException where they are not JSON of that shape, or a part is missing
   */
  public static <T> T readWhole(byte @Nullable [] json, Class<T> type) {
    if (json == null) {
      throw new UnreadableRecordException(
          "unreadable as " + type.getSimpleName() + ": the record has no value");
    }
    T record = read(json, type);
    String lack = WholeRecord.lack(record);
    if (lack != null) {
      throw new UnreadableRecordException(
          "unreadable as " + type.getSimpleName() + ": it lacks " + lack);
    }
    return record;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Target.None.class, name = "none"),
    @JsonSubTypes.Type(value = Target.EveryPeriod.class, name = "everyPeriod"),
    @JsonSubTypes.Type(value = Target.Path.class, name = "path")
  })
  private interface TargetKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Indicator.TargetChange.class, name = "target"),
    @JsonSubTypes.Type(value = Indicator.DefinitionChange.class, name = "definition")
  })
  private interface ChangeKinds {}

  /** Numbers that can be written again: plain notation has no room for {@code 1e999999999}. */
  private static final class PlainDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MOST_ZEROS = 9999;

    PlainDecimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.currentToken().isNumeric()) {
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
      }
      BigDecimal number = parser.getDecimalValue();
      return Math.abs((long) number.scale()) <= MOST_ZEROS
          ? number
          : (BigDecimal)
              context.handleWeirdNumberValue(
                  BigDecimal.class, number, "more than %d zeros", MOST_ZEROS);
    }
  }

  /** Jackson's own reader takes longer over an instant than over the rest of a measurement. */
  private static final class QuickInstants extends StdDeserializer<Instant> {

    QuickInstants() {
      super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
      Instant read =
          parser.hasToken(JsonToken.VALUE_STRING) ? InstantText.read(parser.getString()) : null;
      return read == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : read;
    }
  }
}
