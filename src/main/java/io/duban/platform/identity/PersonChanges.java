package io.duban.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices, within a second, that a person was moved, disabled or given another post, on whichever instance. One small query for all people
 * who are connected, where asking for each of them every few seconds would cost thousands.
 */
@Component
public class PersonChanges {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** An answer that breaks off in the middle is waited for by nobody else: whoever is disabled after it would keep his stream. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    /** Changes are stamped before they commit: each look reaches back further than a transaction may last. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);

    private static final String RECENT =
            "select id, changed_at from person where changed_at > clock_timestamp() - make_interval(secs => $1)";

    private final DatabaseClient database;
    private final Officers officers;

    PersonChanges(DatabaseClient database, Officers officers) {
        this.database = database;
        this.officers = officers;
    }

    /** Persons who changed, from now on; when they are told here, {@link Officers} has forgotten what they were. */
    public Flux<Set<UUID>> follow() {
        return Flux.defer(() -> {
            var watch = new Watch();
            return Flux.interval(LOOK)
                    .onBackpressureDrop()
                    .concatMap(tick -> watch.look(), 0)
                    .filter(changed -> !changed.isEmpty())
                    .doOnNext(officers::forget);
        });
    }

    /** What one follower has seen. */
    private final class Watch {

        private long lookedAt = System.nanoTime();
        private Map<UUID, Instant> seen = Map.of();

        private Mono<Set<UUID>> look() {
            var now = System.nanoTime();
            var reach = Duration.ofNanos(now - lookedAt).plus(LONGEST_TRANSACTION);
            return database.sql(RECENT)
                    .bind(0, reach.toMillis() / 1000.0)
                    .map(row -> Map.entry(row.get("id", UUID.class), row.get("changed_at", Instant.class)))
                    .all()
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                    .map(recent -> {
                        lookedAt = now;
                        return unseen(recent);
                    })
                    .timeout(LONGEST_LOOK)
                    // Without the database nothing is delivered either, and the next look that succeeds reaches back
                    // over the gap.
                    .onErrorComplete();
        }

        private Set<UUID> unseen(Map<UUID, Instant> recent) {
            var before = seen;
            seen = recent;
            return recent.entrySet().stream()
                    .filter(change -> !Objects.equals(before.get(change.getKey()), change.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }
}
