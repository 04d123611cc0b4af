package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The three tries of a call-back, against a search among all of them. */
class CallbackTriesProperties {

    /** Whatever the tries: it is enough exactly when three of them are at different hours and not on one day. */
    @Property
    void isEnoughExactlyWhenThreeSuchTriesAreThere(
            @ForAll @Size(max = 7) List<@IntRange(min = 0, max = 95) Integer> quarters) {
        var start = Instant.parse("2026-11-22T16:00:00Z");
        var at = quarters.stream()
                .map(quarter -> start.plus(Duration.ofMinutes(45L * quarter)))
                .toList();
        assertThat(new CallbackTries(at).areEnough()).isEqualTo(threeAreThere(at));
    }

    private static boolean threeAreThere(List<Instant> at) {
        for (var one : at) {
            for (var two : at) {
                for (var three : at) {
                    var days = Stream.of(one, two, three)
                            .map(CallbackTriesProperties::day)
                            .distinct();
                    var hours = Stream.of(one, two, three)
                            .map(CallbackTriesProperties::hour)
                            .distinct();
                    if (hours.count() == 3 && days.count() >= 2) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond() + 8 * 3600, 86_400);
    }

    private static long hour(Instant at) {
        return Math.floorMod(Math.floorDiv(at.getEpochSecond() + 8 * 3600, 3600), 24L);
    }
}
