package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class GatheredTests {

    private final List<Reading> readings = new ArrayList<>();
    private final Gathered<Integer, String> gathered = new Gathered<>(keys -> {
        var reading = new Reading(keys, Sinks.one());
        readings.add(reading);
        return reading.answer.asMono();
    });

    @Test
    void whoAsksAloneIsReadAtOnce() {
        var asked = ask(1);

        readings.get(0).told();

        assertThat(readings.get(0).keys).containsExactly(1);
        assertThat(asked).isCompletedWithValue("of 1");
    }

    @Test
    void whoAskWhileOthersAreReadAreReadTogether() {
        var asked = IntStream.range(0, 12).mapToObj(this::ask).toList();

        assertThat(keys()).containsExactly(Set.of(0), Set.of(1));
        readings.get(0).told();
        assertThat(keys()).hasSize(3);
        assertThat(readings.get(2).keys).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        readings.get(1).told();
        readings.get(2).told();

        assertThat(readings).hasSize(3);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(asked.get(11)).isCompletedWithValue("of 11");
    }

    @Test
    void aReadingIsNotLongerThanFiveHundred() {
        IntStream.range(0, 1_202).forEach(this::ask);

        readings.get(0).told();
        readings.get(1).told();

        assertThat(readings.subList(2, 4)).allMatch(reading -> reading.keys.size() == 500);
        readings.get(2).told();
        assertThat(readings.get(4).keys).hasSize(200);
    }

    @Test
    void ofWhatIsNotThereNothingIsTold() {
        var asked = ask(1);

        readings.get(0).answer.tryEmitValue(Map.of());

        assertThat(asked).isCompletedWithValue(null);
    }

    @Test
    void whoGoesAwayTakesItFromNobody() {
        var first = gathered.of(1).subscribe();
        ask(2);
        var waits = gathered.of(3).subscribe();
        var stays = ask(3);
        var other = ask(4);

        first.dispose();
        waits.dispose();
        readings.get(0).told();
        readings.get(2).told();

        assertThat(stays).isCompletedWithValue("of 3");
        assertThat(other).isCompletedWithValue("of 4");
    }

    @Test
    void whoWentAwayBeforeItsTurnIsNotRead() {
        ask(1);
        ask(2);
        gathered.of(3).subscribe().dispose();

        readings.get(0).told();
        readings.get(1).told();

        assertThat(readings).hasSize(2);
    }

    @Test
    void aReadingThatFailsFailsForThoseOnlyWhoAskedForIt() {
        var lost = ask(1);
        var other = ask(2);
        var next = ask(3);

        readings.get(0).answer.tryEmitError(new IllegalStateException("connection lost"));
        readings.get(1).told();
        readings.get(2).told();

        assertThat(lost).isCompletedExceptionally();
        assertThat(other).isCompletedWithValue("of 2");
        assertThat(next).isCompletedWithValue("of 3");
    }

    /** What changed between the two must be seen. */
    @Test
    void aReadingUnderWayIsNotJoined() {
        ask(1);
        ask(2);
        var again = ask(1);

        readings.get(0).told();
        assertThat(again).isNotDone();
        readings.get(2).told();

        assertThat(again).isCompletedWithValue("of 1");
    }

    @Test
    void aReadingThatHangsKeepsNobodyForEver() {
        try (var time = VirtualTime.begun()) {
            ask(1);
            ask(2);
            var third = ask(3);
            time.passes(Duration.ofSeconds(6));
            readings.get(2).told();
            assertThat(third).isCompletedWithValue("of 3");
        }
    }

    /** Asked and answered from many threads: everybody gets what is his. */
    @Test
    void nobodyIsForgotten() {
        var busy = new Gathered<Integer, String>(
                keys -> Mono.delay(Duration.ofNanos(keys.size() * 1_000L)).map(now -> valuesOf(keys)));

        var got = Flux.range(0, 20_000)
                .flatMap(key -> busy.of(key % 700).subscribeOn(Schedulers.parallel()), 2_000)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(got).hasSize(20_000);
        assertThat(new HashSet<>(got)).hasSize(700);
    }

    private CompletableFuture<String> ask(int key) {
        return gathered.of(key).toFuture();
    }

    private List<Set<Integer>> keys() {
        return readings.stream().map(Reading::keys).toList();
    }

    private static Map<Integer, String> valuesOf(Set<Integer> keys) {
        var values = new HashMap<Integer, String>();
        keys.forEach(key -> values.put(key, "of " + key));
        return values;
    }

    private record Reading(Set<Integer> keys, Sinks.One<Map<Integer, String>> answer) {

        void told() {
            answer.tryEmitValue(valuesOf(keys)).orThrow();
        }
    }
}
