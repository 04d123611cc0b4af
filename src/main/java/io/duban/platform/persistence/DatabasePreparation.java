package io.duban.platform.persistence;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Waits for the outside database, migrates it and checks it. A runner, because runners come after the web server and before readiness:
 * meanwhile the process is alive and not ready, and nobody has to restart it because it came up before its database.
 */
@Component
@Profile("production")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabasePreparation implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DatabasePreparation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAUSES_BETWEEN_WORDS = 30;

    private final Flyway flyway;
    private final ProductionChecks checks;

    DatabasePreparation(Flyway flyway, ProductionChecks checks) {
        this.flyway = flyway;
        this.checks = checks;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (int tries = 0; !prepared(tries); tries++) {
            Thread.sleep(PAUSE.toMillis());
        }
        log.info("The database is migrated and checked");
    }

    /** What else is wrong than an absent database does not pass by waiting: it ends the process with its message. */
    private boolean prepared(int tries) {
        try {
            flyway.migrate();
            checks.run();
            return true;
        } catch (RuntimeException failure) {
            if (!Unreachable.is(failure)) {
                throw failure;
            }
            if (tries % PAUSES_BETWEEN_WORDS == 0) {
                log.warn("Waiting for the database: {}", Unreachable.reason(failure));
            }
            return false;
        }
    }
}
