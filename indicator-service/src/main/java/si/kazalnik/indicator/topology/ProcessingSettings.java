package si.kazalnik.indicator.topology;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.processing.*}.
 *
 * @param threads that compute; more than 12 are of no use
 * @param flush pause between two goes at what has changed
 * @param rest how many times as long as a go took the next one waits while more comes in, so that
 *     it has most of the time
 * @param commit how often what was worked out becomes visible
 * @param chunk about how many messages one go sends and how many periods it evaluates
 * @param cacheBytes memory in which changes of one value are put together
 * @param generation of the state: with another everything is computed anew from the measurements,
 *     beside what is published, and only what differs is published
 * @param transactionTimeout after which the broker gives up what a killed instance left open
 */
@ConfigurationProperties("kazalnik.processing")
@Validated
record ProcessingSettings(
    @DefaultValue("2") @Min(1) @Max(12) int threads,
    @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration flush,
    @DefaultValue("30") @Min(0) @Max(1000) int rest,
    @DefaultValue("150ms") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration commit,
    @DefaultValue("5000") @Min(1) int chunk,
    @DefaultValue("67108864") @Min(0) long cacheBytes,
    @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 15)
        Duration transactionTimeout,
    @DefaultValue("2") @Min(2) @Max(1000) int generation) {}
