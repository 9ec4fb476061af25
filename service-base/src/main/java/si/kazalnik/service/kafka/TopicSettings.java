package si.kazalnik.service.kafka;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.topics.*}.
 *
 * @param prefix put before every topic's name, so that several cities can share a cluster
 * @param replication copies of each partition; 3 in production
 * @param minInSync copies that must have a record before it counts as written; 2 in production
 */
@ConfigurationProperties("kazalnik.topics")
@Validated
public record TopicSettings(
    @DefaultValue("") @Pattern(regexp = "[a-zA-Z0-9._-]{0,100}") String prefix,
    @DefaultValue("1") @Min(1) short replication,
    @DefaultValue("1") @Min(1) short minInSync) {}
