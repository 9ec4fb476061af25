package si.kazalnik.indicator.topology;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.instance} and {@code kazalnik.state-dir}.
 *
 * @param instance name that this instance keeps over a restart, so that its partitions wait for it
 *     a while; none: they move at once
 * @param stateDir folder for the state of the computation. It can be restored from Kafka, so it may
 *     be lost; on a volume that stays it makes the restart quick
 */
@ConfigurationProperties("kazalnik")
@Validated
record InstanceSettings(
    @Nullable String instance,
    @DefaultValue("state/indicator-service") @NotBlank String stateDir) {}
