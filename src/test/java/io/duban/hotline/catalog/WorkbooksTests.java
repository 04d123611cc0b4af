package io.duban.hotline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Workbook;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a workbook, and what is refused as none. */
class WorkbooksTests {

    private static final Workbooks WORKBOOKS = new Workbooks();

    @AfterAll
    static void close() {
        WORKBOOKS.close();
    }

    @Test
    void readsTheFirstSheetAsPeopleSeeIt() {
        var sheet = read(Workbook.of(List.of(
                List.of("code", " name ", "hours"),
                List.of("", "", ""),
                List.of("A&B", "噪音", 360),
                List.of(1.5, "x", 7.2E+2))));
        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(1, List.of("code", "name", "hours")),
                        new Sheet.Row(3, List.of("A&B", "噪音", "360")),
                        new Sheet.Row(4, List.of("1.5", "x", "720")));
    }

    static Stream<Arguments> bad() {
        var many = IntStream.rangeClosed(0, Workbooks.MOST_ROWS + 1)
                .mapToObj(i -> List.<Object>of("x"))
                .toList();
        var files = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 300).forEach(i -> files.put("f" + i, new byte[0]));
        var bomb = Workbook.parts("");
        bomb.put("xl/worksheets/sheet1.xml", new byte[20 * 1024 * 1024]);
        var laughs = "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a text", "code,name".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("an archive of something else", Workbook.zip(Collections.singletonMap("a", new byte[3]))),
                Arguments.of("a sheet that is cut", Workbook.ofSheet("", "<sheetData><row r=\"1\"><c r=\"A1\"")),
                Arguments.of("an address that is none", Workbook.ofSheet("", row("<c r=\"ZZZZZZZ9\"><v>5</v></c>"))),
                Arguments.of("entities", Workbook.ofSheet(laughs, row("<c r=\"A1\" t=\"str\"><v>&b;</v></c>"))),
                Arguments.of("too many rows", Workbook.of(many)),
                Arguments.of("too many columns", Workbook.ofSheet("", row("<c r=\"BZ1\"><v>5</v></c>"))),
                Arguments.of("a cell too long", Workbook.of(List.of(List.of("x".repeat(501))))),
                Arguments.of("too many files", Workbook.zip(files)),
                Arguments.of("a bomb", Workbook.zip(bomb)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refusesWhatIsNoSheet(String what, byte[] file) {
        assertThat(refusal(file)).as(what).isEqualTo(RefusalCode.E_GEN_VALIDATION);
    }

    private static String row(String cells) {
        return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
    }

    private static RefusalCode refusal(byte[] file) {
        try {
            return read(file) == null ? null : RefusalCode.E_WEB_INTERNAL;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Sheet read(byte[] file) {
        return WORKBOOKS.read(file, "/file").block();
    }
}
