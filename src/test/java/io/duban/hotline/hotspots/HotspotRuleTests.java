package io.duban.hotline.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a cluster stands out: ten in a week, or three times its mean. */
class HotspotRuleTests {

    private static final HotspotRule RULE = new HotspotRule(10, 3, 3);

    @ParameterizedTest(name = "{0} this week, {1} in the four weeks before: {2}")
    @CsvSource({
        "10, 0, MANY",
        "9, 0, ",
        "10, 400, MANY",
        "3, 4, RISING",
        "3, 5, ",
        "9, 12, RISING",
        "9, 13, ",
        "2, 1, ",
        "3, 1, RISING",
    })
    void judgesAsTheTableSays(int tickets, int before, HotspotRule.Ground ground) {
        assertThat(RULE.judge(tickets, before).orElse(null)).isEqualTo(ground);
    }

    @Property
    void oneMoreTicketNeverCalmsACluster(
            @ForAll @IntRange(max = 200) int tickets, @ForAll @IntRange(max = 500) int before) {
        if (RULE.judge(tickets, before).isPresent()) {
            assertThat(RULE.judge(tickets + 1, before)).isPresent();
        }
    }

    @Property
    void whatIsUsualNeverStandsOutBelowTen(@ForAll @IntRange(min = 1, max = 9) int usual) {
        assertThat(RULE.judge(usual, (long) usual * HotspotRule.WEEKS_BEFORE)).isEmpty();
    }

    @Property
    void risesExactlyWhereTheCountReachesTheMultipleOfTheMean(
            @ForAll @IntRange(min = 3, max = 9) int tickets, @ForAll @IntRange(min = 1, max = 60) int before) {
        assertThat(RULE.judge(tickets, before).isPresent()).isEqualTo(tickets >= 3 * HotspotRule.weeklyMean(before));
    }

    @Test
    void aRuleOfNothingIsNoRule() {
        assertThatThrownBy(() -> new HotspotRule(0, 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
