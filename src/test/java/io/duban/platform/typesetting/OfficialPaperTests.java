package io.duban.platform.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duban.platform.problem.Refusal;
import io.duban.platform.typesetting.OfficialPaper.Closing;
import io.duban.platform.typesetting.OfficialPaper.Colophon;
import io.duban.platform.typesetting.OfficialPaper.Format;
import io.duban.platform.typesetting.OfficialPaper.Marking;
import io.duban.platform.typesetting.Print.Letter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A paper against the lengths and places of GB/T 9704-2012, read back out of the PDF. */
class OfficialPaperTests {

    private static final String FULL = "正".repeat(28 * 60);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void setsTwentyTwoLinesOfTwentyEightCharacters() {
        var page = Print.of(Papers.plain(FULL)).on(2).stream()
                .filter(letter -> letter.text().equals("正"))
                .toList();

        assertThat(page).hasSize(22 * 28);
        assertThat(page.stream().mapToDouble(Letter::x).distinct().count()).isLessThanOrEqualTo(28 * 2);
        assertThat(page.stream()
                        .map(letter -> Math.round(letter.baseline() * 10))
                        .distinct())
                .hasSize(22);
        IntStream.range(0, 28)
                .forEach(column -> assertThat(page.get(column).x()).isCloseTo(Measures.x(column), within(0.05)));
        assertThat(millimetres(page.get(0).x())).isCloseTo(28, within(0.1));
        assertThat(millimetres(page.get(27).x() + 16)).isCloseTo(28 + 156, within(0.1));
        assertThat(millimetres(page.get(0).baseline() - 16 * 0.88)).isCloseTo(37, within(0.1));
        assertThat(millimetres(page.get(28 * 22 - 1).baseline() + 16 * 0.12)).isCloseTo(37 + 225, within(0.1));
    }

    @Test
    void printsTheHeadWhereTheStandardHasIt() {
        var print = Print.of(Papers.issued());
        var mark = print.first("南湖区人民政府办公室文件");
        var number = print.first("南政办发〔2026〕38号");
        var title = print.letters().stream()
                .filter(letter -> Math.abs(letter.size() - 22) < 0.1)
                .toList();

        assertThat(millimetres(mark.baseline() - mark.size() * (0.88 - 0.035))).isCloseTo(37 + 35, within(0.5));
        assertThat(mark.font()).endsWith("DubanSongTitle");
        assertThat(number.size()).isEqualTo(16, within(0.01));
        assertThat(title.get(0).baseline()).isGreaterThan(number.baseline());
        assertThat(print.first("一、总体要求").font()).endsWith("DubanHei");
        assertThat(print.first("（一）全面排查。").font()).endsWith("DubanKai");
        assertThat(print.first("1.一般隐患").font()).endsWith("DubanFang");
        assertThat(print.first("—1—".substring(0, 1)).page()).isEqualTo(1);
    }

    @Test
    void putsNumbersOutsideAndSevenMillimetresBelow() {
        var print = Print.of(Papers.plain(FULL));
        var odd = folio(print, 1);
        var even = folio(print, 2);

        assertThat(odd.get(0).size()).isEqualTo(14, within(0.01));
        assertThat(odd.get(odd.size() - 1).x()).isLessThan(Measures.RIGHT - 14).isGreaterThan(Measures.RIGHT - 30);
        assertThat(even.get(0).x()).isCloseTo(Measures.LEFT + 14, within(0.5));
        var dash = odd.get(0).baseline() - 0.37 * 14;
        assertThat(millimetres(dash - Measures.BOTTOM)).isCloseTo(7, within(0.3));
    }

    @Test
    void givesTheTextBackWordForWord() {
        var paper = Papers.issued();
        var print = Print.of(paper);

        assertThat(print.text().replaceAll("—\\d—", "")).contains(paper.body().replaceAll("\\s", ""));
        assertThat(print.text()).contains(paper.title());
        assertThat(print.hash()).isEqualTo(paper.textHash());
        assertThat(print.text()).doesNotContain(paper.textHash());
        assertThat(Print.of(Papers.draft()).text()).contains(paper.textHash()).contains("送审稿");
    }

    @Test
    void hasTheSameBytesForTheSamePaper() {
        assertThat(Print.of(Papers.issued()).bytes())
                .isEqualTo(Print.of(Papers.issued()).bytes());
    }

    @Test
    void takesAsManyPagesAsTheLinesNeed() {
        assertThat(Print.of(Papers.plain("正".repeat(26))).pages()).isEqualTo(1);
        var first = Print.of(Papers.plain(FULL)).on(1).stream()
                .filter(letter -> letter.text().equals("正"))
                .map(letter -> Math.round(letter.baseline()))
                .distinct()
                .count();
        assertThat(Print.of(Papers.plain("正".repeat((int) (first * 28 - 2)))).pages())
                .isEqualTo(1);
        assertThat(Print.of(Papers.plain("正".repeat((int) (first * 28 - 1)))).pages())
                .isEqualTo(2);
        assertThat(Print.of(Papers.plain("正".repeat((int) ((first + 22) * 28 - 2))))
                        .pages())
                .isEqualTo(2);
        assertThat(Print.of(Papers.plain("正".repeat((int) ((first + 22) * 28 - 1))))
                        .pages())
                .isEqualTo(3);
    }

    @Test
    void namesAttachmentsBelowTheText() {
        var print = Print.of(Papers.issued());
        var label = print.first("附件：");
        var second = print.first("2.南湖区");
        var hanging = print.first("时限一览表");
        var name = print.first("南湖区老旧小区加装电梯排查登记表");

        assertThat(label.x()).isCloseTo(Measures.x(2), within(0.1));
        assertThat(hanging.x()).as("below the name's first character").isCloseTo(name.x(), within(0.1));
        assertThat(second.x()).isLessThan(name.x());
    }

    @Test
    void putsTheColophonOnAnEvenPage() {
        for (var characters = 30; characters < 2_500; characters += 95) {
            var paper = with(Papers.plain("正".repeat(characters)), true);
            var print = Print.of(paper);

            assertThat(print.first("抄送：").page() % 2).isZero();
            assertThat(print.first("抄送：").page()).isEqualTo(print.pages());
            assertThat(print.first("月24日印发").size()).isEqualTo(14, within(0.01));
        }
    }

    @Test
    void neverLeavesASignatureOnAPageWithoutText() {
        for (var lines = 1; lines < 60; lines++) {
            var print = Print.of(with(Papers.plain("正".repeat(28 * lines - 2)), lines % 2 == 0));
            var signature = print.letters().stream()
                    .filter(letter -> letter.text().equals("署"))
                    .findFirst()
                    .orElseThrow();

            assertThat(print.text(signature.page())).as("%d lines", lines).contains("正正正");
        }
    }

    @Test
    void centresTheSignatureOverTheDate() {
        var print = Print.of(Papers.issued());
        var date = print.first("2026年11月23日\n".strip());
        var letters = print.letters();
        var closing = letters.stream()
                .filter(letter -> letter.page() == 3
                        && letter.baseline() > print.first("附件：").baseline() + 60)
                .toList();
        var signature = closing.stream()
                .filter(letter -> letter.text().equals("南"))
                .findFirst()
                .orElseThrow();
        var dated = closing.stream()
                .filter(letter -> letter.text().equals("年"))
                .findFirst()
                .orElseThrow();

        assertThat(date.page()).isPositive();
        var middleOfName = signature.x() + 5 * Measures.COLUMN;
        var middleOfDate = dated.x() - 2 * Measures.COLUMN + 3.5 * Measures.COLUMN;
        assertThat(middleOfName).isCloseTo(middleOfDate, within(1.5));
        assertThat(dated.x() + 5 * Measures.COLUMN).as("four characters free").isCloseTo(Measures.x(24), within(1.0));
    }

    @Test
    void showsAllIssuersOfAJointPaperTheHostFirst() {
        var print = Print.of(Papers.joint());
        var red =
                print.letters().stream().filter(letter -> letter.size() > 22.1).toList();

        assertThat(String.join("", red.stream().map(Letter::text).toList())).isEqualTo("南湖区住房和城乡建设局南湖区财政局南湖区市场监督管理局文件");
        assertThat(red.stream().map(letter -> Math.round(letter.baseline())).distinct())
                .as("文件 beside the middle one")
                .hasSize(3);
        assertThat(print.text(3)).contains("南湖区财政局").contains("南湖区市场监督管理局2026年11月23日");
    }

    @Test
    void putsNumberAndSignersOfAnUpwardPaperInOneLine() {
        var print = Print.of(Papers.upward());

        assertThat(print.first("南政发〔2026〕15号").x()).isCloseTo(Measures.x(1), within(0.1));
        assertThat(print.first("王").baseline()).isCloseTo(print.first("南政发〔").baseline(), within(0.1));
        assertThat(print.first("王").x()).isCloseTo(print.first("李").x(), within(0.1));
        assertThat(print.first("李").font()).endsWith("DubanKai");
        assertThat(print.first("特急").font()).endsWith("DubanHei");
    }

    @Test
    void numbersNoFirstPageOfALetter() {
        var print = Print.of(Papers.letter());

        assertThat(print.text(1)).doesNotContain("—1—");
        assertThat(print.text(2)).contains("—2—");
        assertThat(millimetres(
                        print.first("南湖区").baseline() - print.first("南湖区").size() * 0.845))
                .isCloseTo(30, within(0.5));
    }

    @Test
    void printsRareCharactersFromAnotherFace() {
        var print = Print.of(Papers.plain("联系人：张堃、李㛃、王𬭎、赵\uD86C\uDD03、陈\u9FA6。"));

        assertThat(print.text()).contains("张堃、李㛃、王𬭎");
        assertThat(print.first("堃").font()).doesNotEndWith("DubanFang");
        var unknown = Print.of(Papers.plain("某字\uDBBF\uDFFD缺"));
        assertThat(unknown.text()).as("a mark stands for what no face has").contains("某字〓缺");
    }

    @Test
    void refusesAnotherTextThanTheOneThatWasSigned() {
        var paper = Papers.issued();
        var changed = new OfficialPaper(
                paper.format(),
                paper.head(),
                paper.title(),
                paper.mainRecipients(),
                paper.body() + "。",
                paper.attachmentNotes(),
                paper.closing(),
                paper.colophon(),
                paper.marking(),
                paper.textHash());

        assertThatThrownBy(() -> Print.of(changed))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo("E_DOC_TEXT_CHANGED"));
    }

    @Test
    void refusesMoreThanTwoHundredPages() {
        assertThatThrownBy(() -> Print.of(Papers.plain("正".repeat(140_000))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo("E_WEB_TOO_LARGE"));
    }

    private static OfficialPaper with(OfficialPaper paper, boolean sealed) {
        var closed = Papers.with(
                paper, Format.DOWNWARD, paper.head(), new Closing(List.of("署名机关"), DAY, sealed, null), Marking.NONE);
        return new OfficialPaper(
                closed.format(),
                closed.head(),
                closed.title(),
                closed.mainRecipients(),
                closed.body(),
                closed.attachmentNotes(),
                closed.closing(),
                new Colophon(List.of("区委各部门"), "区政府办公室", LocalDate.of(2026, 11, 24)),
                closed.marking(),
                closed.textHash());
    }

    private static List<Letter> folio(Print print, int page) {
        return print.on(page).stream()
                .filter(letter -> letter.baseline() > Measures.BOTTOM + 10)
                .filter(letter -> !letter.text().isBlank())
                .toList();
    }

    private static double millimetres(double points) {
        return points * 25.4 / 72;
    }
}
