package io.duban.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ready when the database answers within a second and its clock and ours agree within five: deadlines are counted with both. */
@Component
class DatabaseHealthIndicator implements ReactiveHealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealthIndicator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final DatabaseClient database;
    private final Clock clock;
    private volatile boolean apart;

    DatabaseHealthIndicator(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Health> health() {
        return database.sql("select clock_timestamp() as now")
                .map(row -> row.get("now", Instant.class))
                .one()
                .timeout(PATIENCE)
                .map(theirs -> judge(Duration.between(theirs, clock.instant())))
                .onErrorResume(
                        absent -> Mono.just(Health.down().withException(absent).build()));
    }

    private Health judge(Duration ahead) {
        var tooFar = ahead.abs().compareTo(TOLERANCE) > 0;
        if (tooFar && !apart) {
            log.error("Not ready: our clock is {} ms ahead of the database's", ahead.toMillis());
        }
        apart = tooFar;
        return (tooFar ? Health.down() : Health.up())
                .withDetail("clockAheadMillis", ahead.toMillis())
                .build();
    }
}
