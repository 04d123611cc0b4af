package io.duban.platform.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles are broken as a reader would. */
class TitleBreakingTests {

    @Test
    void leavesAShortTitleInOneLine() {
        assertThat(lines("关于做好防汛工作的通知")).containsExactly("关于做好防汛工作的通知");
    }

    @Test
    void beginsALineWithWhatItIsAbout() {
        assertThat(lines("南湖区人民政府办公室关于印发《南湖区老旧小区加装电梯专项整治工作方案》的通知"))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("关于印发");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "南湖区人民政府关于申请城市更新专项资金的请示",
                "南湖区人民政府办公室关于进一步加强安全生产监督检查工作的通知",
                "关于进一步优化营商环境促进民营经济高质量发展若干措施的通知",
                "南湖区人民政府办公室关于转发区住房城乡建设局等部门《南湖区城镇老旧小区改造三年行动计划（2026—2028年）》的通知"
            })
    void makesNoHourglassAndPartsNoWord(String title) {
        var lines = lines(title);

        assertThat(String.join("", lines)).isEqualTo(title);
        assertThat(lines).allMatch(line -> line.length() <= 20 && line.length() >= 4);
        for (var at = 1; at < lines.size() - 1; at++) {
            var shorter = lines.get(at).length() < lines.get(at - 1).length()
                    && lines.get(at).length() < lines.get(at + 1).length();
            assertThat(shorter).isFalse();
        }
        assertThat(lines).noneMatch(line -> line.matches("(知|示|作|产|设|区|环|资)[^区].*"));
    }

    @Test
    void breaksTheLongestTitleAtOnce() {
        var title = "南湖区人民政府关于做好安全生产工作的若干意见".repeat(9);

        assertThat(String.join("", lines(title))).isEqualTo(title);
        assertThat(lines(title)).allMatch(line -> line.length() <= 20);
    }

    private static List<String> lines(String title) {
        return TitleBreaking.lines(Piece.of(title, Face.TITLE, character -> 0.5)).stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .toList();
    }
}
