package si.kazalnik.ingestion.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.ingestion.*}.
 *
 * @param concurrency threads that read raw topics, each with a transactional producer; 1 to 64
 * @param maxPollRecords most events in one transaction; 1 to 10000
 * @param transactionTimeout after which the broker gives up a transaction whose process died; until
 *     then nobody sees what lies behind it
 * @param topicDiscovery how soon a new provider's topic is noticed
 * @param sessionTimeout after which a silent instance loses its partitions
 * @param sendTimeout how long an HTTP request waits for the broker before it answers 503
 */
@ConfigurationProperties("kazalnik.ingestion")
@Validated
public record IngestionSettings(
    @DefaultValue("2") @Min(1) @Max(64) int concurrency,
    @DefaultValue("4000") @Min(1) @Max(10_000) int maxPollRecords,
    @DefaultValue("15s") Duration transactionTimeout,
    @DefaultValue("2s") Duration topicDiscovery,
    @DefaultValue("15s") Duration sessionTimeout,
    @DefaultValue("20s") Duration sendTimeout) {}
