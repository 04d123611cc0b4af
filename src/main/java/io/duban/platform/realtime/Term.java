package io.duban.platform.realtime;

import io.duban.platform.identity.OfficerToken;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a stream ends by itself, and what it says then.
 *
 * @param endsAt on the scale of {@link System#nanoTime}, which no change of the clock moves
 */
record Term(long endsAt, String lastWord) {

    /** With its token, or after a while that is not the same for all, so that phones do not come back together. */
    static Term of(OfficerToken token, StreamRules rules, Instant now) {
        var lifetime =
                (long) (rules.lifetime().toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1));
        var tokenLeft = Duration.between(now, token.expiresAt()).toNanos();
        return tokenLeft < lifetime
                ? new Term(System.nanoTime() + tokenLeft, Frames.AUTH_EXPIRED)
                : new Term(System.nanoTime() + lifetime, Frames.RENEW);
    }

    boolean isOver(long now) {
        return now - endsAt >= 0;
    }
}
