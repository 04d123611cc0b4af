package io.duban.platform.persistence;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What was read and may be a little old. Whoever asks while it is being read waits for the same reading; one of them who goes away takes it from nobody. A
 * reading that failed is not remembered.
 */
public final class Remembered<K, V> {

    /** Longer than the server takes for a statement: then nobody answers any more on that connection, and all who ask from now on would wait with those who asked. */
    static final Duration LONGEST_READING = Duration.ofSeconds(5);

    private final AsyncCache<K, V> known;
    private final Function<K, Mono<V>> read;

    /** @param memory how old it may be */
    public Remembered(Duration memory, long most, Function<K, Mono<V>> read) {
        this.known =
                Caffeine.newBuilder().expireAfterWrite(memory).maximumSize(most).buildAsync();
        this.read = read;
    }

    public Mono<V> of(K key) {
        return Mono.fromFuture(
                () -> known.get(
                        key,
                        (asked, executor) ->
                                read.apply(asked).timeout(LONGEST_READING).toFuture()),
                true);
    }

    /** Lets these be read again before their time. */
    public void forget(Set<K> keys) {
        known.synchronous().invalidateAll(keys);
    }
}
