package io.duban.platform.identity.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Slows the guessing of passwords: after five wrong ones for a name within 15 minutes, that name waits a minute before each next
 * try. It knows names only as they were typed, so it treats those that do not exist alike. Kept in memory: a restart forgets.
 */
class LogInThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LOCK = Duration.ofMinutes(1);

    private record Tries(List<Instant> recent) {

        boolean locked(Instant now) {
            return recent.size() >= FREE_TRIES
                    && recent.get(recent.size() - 1).plus(LOCK).isAfter(now);
        }

        Tries and(Instant now) {
            List<Instant> kept = new ArrayList<>(recent);
            kept.removeIf(then -> !then.plus(WINDOW).isAfter(now));
            kept.add(now);
            return new Tries(List.copyOf(kept));
        }
    }

    // Bounded, so that somebody who types endless different names cannot fill the memory.
    private final Cache<String, Tries> byName =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(100_000).build();
    private final Clock clock;

    LogInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try before its password is looked at, so that many at once are not all let through; false when locked. */
    boolean admits(String name) {
        Instant now = clock.instant();
        var admitted = new AtomicBoolean();
        byName.asMap().compute(key(name), (key, tries) -> {
            admitted.set(tries == null || !tries.locked(now));
            return admitted.get() ? tried(tries, now) : tries;
        });
        return admitted.get();
    }

    boolean locked(String name) {
        Tries tries = byName.getIfPresent(key(name));
        return tries != null && tries.locked(clock.instant());
    }

    void forget(String name) {
        byName.invalidate(key(name));
    }

    private static Tries tried(@Nullable Tries before, Instant now) {
        return (before == null ? new Tries(List.of()) : before).and(now);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
