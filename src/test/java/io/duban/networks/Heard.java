package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a client was told on its streams, in the order in which it was told, and whether that is all there was. */
final class Heard {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration DOUBLES_SHOW_WITHIN = Duration.ofMillis(500);

    private final List<String> cursors = new CopyOnWriteArrayList<>();
    private final List<String> words = new CopyOnWriteArrayList<>();

    /** A message with its cursor: an event of the office, or a word of the stream about itself. */
    void message(String type, String cursor) {
        (type.startsWith("cn.gov.") ? cursors : words).add(type.startsWith("cn.gov.") ? cursor : type);
    }

    int events() {
        return cursors.size();
    }

    /** What the streams said about themselves. */
    List<String> words() {
        return List.copyOf(words);
    }

    long times(String word) {
        return words.stream().filter(word::equals).count();
    }

    void awaitWord(String word, long times) {
        await(word + " " + times + " times", () -> times(word) >= times);
    }

    /** Nothing lost, nothing doubled, nothing out of order. The log is read again at the end: it may show an event later than the stream. */
    void isExactly(Supplier<List<String>> log) {
        var known = log.get().size();
        await(known + " events", () -> cursors.size() >= known);
        pause(DOUBLES_SHOW_WITHIN);
        var all = log.get();
        await(all.size() + " events", () -> cursors.size() >= all.size());
        assertThat(cursors).containsExactlyElementsOf(all);
    }

    void await(String what, BooleanSupplier condition) {
        await(what, condition, PATIENCE);
    }

    void await(String what, BooleanSupplier condition, Duration most) {
        var patience = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; %d events, words %s", what, cursors.size(), words)
                    .isLessThan(patience);
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
