package io.duban.platform.identity.server;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Sweeps up, at the start and every hour; third-party systems alone leave a row every five minutes. */
class ExpiredAuthorizations {

    private final Authorizations authorizations;

    ExpiredAuthorizations(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void remove() {
        authorizations.removeExpired();
    }
}
