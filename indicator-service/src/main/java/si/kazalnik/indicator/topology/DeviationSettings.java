package si.kazalnik.indicator.topology;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keys {@code kazalnik.deviations.*}.
 *
 * @param grace how long an indicator that has newly come into force opens no deviation, by the
 *     clock, so that its history can be loaded
 */
@ConfigurationProperties("kazalnik.deviations")
@Validated
record DeviationSettings(@DefaultValue("24h") @DurationMin Duration grace) {}
