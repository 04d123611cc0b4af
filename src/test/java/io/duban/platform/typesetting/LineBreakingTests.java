package io.duban.platform.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Where lines end (避头尾), and that nothing is lost on the way. */
class LineBreakingTests {

    private static final String NEVER_FIRST = "，。、；：）》”？！";
    private static final String NEVER_LAST = "（《“";
    private static final LineBreaking BREAKING = new LineBreaking(28, 2, 0);

    @Property(tries = 500)
    void everyCharacterStandsOnceAndInOrder(@ForAll("texts") String text) {
        var set = lines(text).stream().map(Line::text).collect(Collectors.joining());

        assertThat(set).isEqualTo(text);
    }

    @Property(tries = 500)
    void noLineBeginsOrEndsWithAForbiddenMark(@ForAll("texts") String text) {
        var lines = lines(text).stream().map(Line::text).toList();

        assertThat(lines.subList(Math.min(1, lines.size()), lines.size()))
                .noneMatch(line -> NEVER_FIRST.indexOf(line.charAt(0)) >= 0);
        assertThat(lines.subList(0, Math.max(0, lines.size() - 1)))
                .noneMatch(line -> NEVER_LAST.indexOf(
                                line.stripTrailing().charAt(line.stripTrailing().length() - 1))
                        >= 0);
    }

    @Property(tries = 500)
    void everyLineButTheLastIsFullToTheEdge(@ForAll("texts") String text) {
        var lines = lines(text);

        lines.forEach(line -> assertThat(visibleEnd(line)).isLessThanOrEqualTo(28.5 + 1e-6));
        lines.stream()
                .limit(Math.max(0, lines.size() - 1))
                .forEach(line -> assertThat(visibleEnd(line)).isGreaterThan(27.4));
    }

    @Property(tries = 200)
    void pairsOfDashesAndDotsAreNeverParted(@ForAll("texts") String text) {
        assertThat(lines(text.replace("一", "——").replace("丁", "……")))
                .noneMatch(line ->
                        line.text().matches("(?s)(.*[^—])?—") || line.text().matches("(?s)(.*[^…])?…"));
    }

    @Test
    void narrowsMarksToTakeInOneMore() {
        var text = "正".repeat(10) + "，" + "文".repeat(15) + "。" + "后".repeat(5);

        assertThat(lines(text).get(0).text()).isEqualTo("正".repeat(10) + "，" + "文".repeat(15) + "。");
    }

    @Test
    void takesTheLastCharacterOverWhereNothingGivesWay() {
        var text = "正".repeat(26) + "。" + "后".repeat(5);

        assertThat(lines(text)).extracting(Line::text).containsExactly("正".repeat(25), "正。" + "后".repeat(5));
    }

    @Test
    void keepsFiguresWholeAndTheRestInTheGrid() {
        var lines = lines("于2026年11月23日前完成" + "正".repeat(30) + "12345.67万元");

        assertThat(lines.get(0).places().stream()
                        .filter(place -> place.piece().text().equals("年")))
                .extracting(Line.Place::column)
                .containsExactly(5.0);
        assertThat(lines).noneMatch(line -> line.text().endsWith("12345"));
    }

    @Provide
    Arbitrary<String> texts() {
        var han = Arbitraries.of("一", "丁", "七", "政", "府", "工", "作", "𬭎");
        var marks = Arbitraries.of("，", "。", "、", "；", "）", "”", "》");
        var openings = Arbitraries.of("（", "“", "《");
        var words = Arbitraries.of("2026", "5", "100%", "PDF", "GB/T 9704", "12345");
        var unit = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, han),
                net.jqwik.api.Tuple.of(1, han.flatMap(before -> marks.map(mark -> before + mark))),
                net.jqwik.api.Tuple.of(1, han.flatMap(after -> openings.map(mark -> mark + after))),
                net.jqwik.api.Tuple.of(1, words));
        return unit.list().ofMinSize(1).ofMaxSize(150).map(list -> String.join("", list));
    }

    private static List<Line> lines(String text) {
        return BREAKING.lines(Piece.of(text, Face.FANG, character -> 0.5));
    }

    private static double visibleEnd(Line line) {
        return line.places().stream()
                .filter(place -> place.piece().kind() != Piece.Kind.SPACE)
                .mapToDouble(place -> place.column() + place.drawn())
                .max()
                .orElse(0);
    }
}
