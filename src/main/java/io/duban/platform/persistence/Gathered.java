package io.duban.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Reads by key, for many at once when many ask at once: whoever asks while the readings there is room for are under way is read together with all others who do, in one
 * statement. Nobody waits for company: who asks alone is read alone, at once. However many ask, they take two connections of the pool.
 *
 * <p>A reading that fails, fails for those who asked for it. Whoever goes away takes it from nobody. A statement is never joined that was begun before the question.
 */
public final class Gathered<K, V> {

    /** Not one: else everybody would wait behind a statement on a connection that is dead. */
    private static final int AT_ONCE = 2;

    /** So that one statement stays short, and its answers do not keep one event loop for long. */
    private static final int MOST = 500;

    private final Function<Set<K>, Mono<Map<K, V>>> read;
    private final Queue<Question> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    /** @param read what is known of these keys; of those it leaves out there is nothing */
    public Gathered(Function<Set<K>, Mono<Map<K, V>>> read) {
        this.read = read;
    }

    /** The value of the key, or empty. Fails as a timeout when the database does not answer. */
    public Mono<V> of(K key) {
        Objects.requireNonNull(key);
        return Mono.defer(() -> {
            var question = new Question(key);
            waiting.add(question);
            readNext();
            return question.answer.asMono().doOnCancel(() -> question.dropped = true);
        });
    }

    private void readNext() {
        while (!waiting.isEmpty() && running.getAndUpdate(now -> Math.min(now + 1, AT_ONCE)) < AT_ONCE) {
            var together = next();
            if (together.isEmpty()) {
                running.decrementAndGet();
            } else {
                start(together);
            }
        }
    }

    private List<Question> next() {
        var together = new ArrayList<Question>();
        for (var question = waiting.poll();
                question != null;
                question = together.size() < MOST ? waiting.poll() : null) {
            if (!question.dropped) {
                together.add(question);
            }
        }
        return together;
    }

    private void start(List<Question> together) {
        var keys = together.stream().map(question -> question.key).collect(Collectors.toUnmodifiableSet());
        Mono.defer(() -> read.apply(keys))
                .timeout(Remembered.LONGEST_READING)
                .defaultIfEmpty(Map.of())
                .doOnTerminate(() -> {
                    running.decrementAndGet();
                    readNext();
                })
                .subscribe(
                        found -> together.forEach(question -> question.answer(found.get(question.key))),
                        fault -> together.forEach(question -> question.answer.tryEmitError(fault)));
    }

    private final class Question {

        private final K key;
        private final Sinks.One<V> answer = Sinks.one();
        private volatile boolean dropped;

        Question(K key) {
            this.key = key;
        }

        void answer(@Nullable V value) {
            if (value == null) {
                answer.tryEmitEmpty();
            } else {
                answer.tryEmitValue(value);
            }
        }
    }
}
