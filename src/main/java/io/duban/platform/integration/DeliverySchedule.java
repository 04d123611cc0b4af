package io.duban.platform.integration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a failed message is tried again (the schedule of Standard Webhooks 1.0).
 *
 * @param retries the waits, in order
 */
record DeliverySchedule(List<Duration> retries) {

    /** However long a receiver asks to be left alone, it is not forgotten. */
    static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private static final double SPREAD = 0.2;

    /**
     * @param attempts made so far, all of them failed
     * @param chance from 0 to 1: spreads the wait by a fifth to either side, so that messages which failed together do not come back together
     * @param retryAfter what the receiver asked for
     * @return empty: it is given up
     */
    Optional<Duration> wait(DeliveryKind kind, int attempts, double chance, @Nullable Duration retryAfter) {
        if (attempts > Math.min(retries.size(), kind.mostRetries())) {
            return Optional.empty();
        }
        var planned = retries.get(attempts - 1).toMillis();
        var spread = Duration.ofMillis(Math.round(planned * (1 - SPREAD + 2 * SPREAD * chance)));
        return Optional.of(retryAfter == null || retryAfter.compareTo(spread) < 0 ? spread : shorter(retryAfter));
    }

    private static Duration shorter(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }
}
