package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.hotline.tickets.Handling.UrgencyClass;
import io.duban.support.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which contact is the first one: no unit is quick by calling once where nobody is at home. */
class FirstContactTests {

    private static final Instant NOW = Someone.NOW;

    @Example
    void whoWasThereCountsAtOnce() {
        for (var result : List.of(ContactResult.REACHED, ContactResult.REFUSED, ContactResult.ANONYMOUS)) {
            assertThat(FirstContact.of(List.of(), UrgencyClass.ORDINARY).isMadeBy(result, NOW))
                    .as(result.name())
                    .isTrue();
        }
        assertThat(FirstContact.of(List.of(), UrgencyClass.ORDINARY).isMadeBy(ContactResult.NO_ANSWER, NOW))
                .isFalse();
    }

    @Example
    void threeTriesAtADistanceCountAndTwoDoNot() {
        for (var urgency : UrgencyClass.values()) {
            var apart = FirstContact.of(List.of(), urgency).apart();
            var first = NOW.minus(apart).minus(apart);
            assertThat(made(urgency, NOW, first, NOW.minus(apart))).isTrue();
            assertThat(made(urgency, NOW, NOW.minus(apart))).isFalse();
            assertThat(made(urgency, NOW, first.plusSeconds(1), NOW.minus(apart).plusSeconds(1)))
                    .as("the last one comes too soon")
                    .isFalse();
        }
    }

    @Example
    void threeTriesFitIntoTheLimitOfTheFirstContact() {
        assertThat(twice(UrgencyClass.RISK)).isLessThan(Duration.ofHours(1));
        assertThat(twice(UrgencyClass.LIFE_SAFETY)).isLessThan(Duration.ofHours(1));
        assertThat(twice(UrgencyClass.UTILITY)).isLessThan(Duration.ofHours(2));
        assertThat(twice(UrgencyClass.ORDINARY)).isLessThan(Duration.ofHours(24));
    }

    @Property
    void howeverManyLinesAreTypedInAtOnceTheyAreOneTry(
            @ForAll @IntRange(max = 50) int lines, @ForAll UrgencyClass urgency) {
        var apart = FirstContact.of(List.of(), urgency).apart();
        var tries = IntStream.range(0, lines)
                .mapToObj(line -> NOW.minusMillis(line * (apart.toMillis() - 1) / Math.max(1, lines)))
                .toArray(Instant[]::new);
        assertThat(made(urgency, NOW, tries)).isFalse();
    }

    private static Duration twice(UrgencyClass urgency) {
        return FirstContact.of(List.of(), urgency).apart().multipliedBy(2);
    }

    private static boolean made(UrgencyClass urgency, Instant now, Instant... tries) {
        return FirstContact.of(List.of(tries), urgency).isMadeBy(ContactResult.NO_ANSWER, now);
    }
}
