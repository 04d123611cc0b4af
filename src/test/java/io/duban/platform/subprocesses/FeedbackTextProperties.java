package io.duban.platform.subprocesses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** How alike two texts are does not hang on spaces, punctuation or capitals; and no text outside the bounds can be a copy. */
class FeedbackTextProperties {

    @Property
    void seesThroughPunctuation(@ForAll @AlphaChars @StringLength(min = 2, max = 60) String text) {
        var dressed = String.join(", ", text.split("")).toUpperCase();
        assertThat(new FeedbackText(dressed).pairs())
                .isEqualTo(new FeedbackText(text.toLowerCase()).pairs())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** Of sets of so many pairs, the most alike have all of the smaller one in common. */
    @Property
    void boundsWhatCanBeACopy(
            @ForAll @IntRange(min = 1, max = 4000) int mine, @ForAll @IntRange(min = 1, max = 4000) int other) {
        var best = 2.0 * Math.min(mine, other) / (mine + other);
        if (best >= FeedbackText.COPIED) {
            assertThat(other).isBetween(FeedbackText.fewest(mine), FeedbackText.most(mine));
        } else {
            assertThat(other < FeedbackText.fewest(mine) || other > FeedbackText.most(mine))
                    .isTrue();
        }
    }

    @Example
    void tellsACopyFromAnotherReport() {
        var report = "东湖路塌陷路面已于11月25日完成回填并恢复通行,警示设施已撤除,施工单位已承诺质保两年。";
        var copied = "东湖路塌陷路面已于11月26日完成回填并恢复通行;警示设施已撤除,施工单位已承诺质保两年!";
        var another = "南湖路积水点已更换管网二百米,经两次降雨检验未再积水,沿线商户已签字确认。";
        assertThat(likeness(report, copied)).isGreaterThanOrEqualTo(FeedbackText.COPIED);
        assertThat(likeness(report, another)).isLessThan(0.5);
    }

    private static double likeness(String one, String other) {
        var common = new HashSet<>(new FeedbackText(one).pairs());
        var pairs = Set.copyOf(new FeedbackText(other).pairs());
        var all = common.size() + pairs.size();
        common.retainAll(pairs);
        return 2.0 * common.size() / all;
    }
}
