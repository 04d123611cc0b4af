package io.duban.hotline.catalog;

import static io.duban.hotline.catalog.CatalogSheets.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.catalog.CatalogImporting.Upload;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own columns: what becomes of a right sheet, and which row and column of a wrong one is named. */
class TemplateSheetTests {

    @Test
    void readsOurOwnColumns() {
        var read = categories(
                OWN,
                List.of(
                        List.of("1", "城市管理", "", "是", "", "", "", "", "", "", "", ""),
                        List.of(
                                "101",
                                "占道经营",
                                "1",
                                "",
                                "城管局",
                                "住建局、东湖街道",
                                "一般",
                                "15个工作日",
                                "某条例第3条",
                                "是",
                                "东湖街道",
                                "占道,摆摊"),
                        List.of("102", "停水", "1", "否", "南湖区城市管理局", "", "公共服务停供", "", "", "否", "全部", "")));
        assertThat(read).hasSize(3);
        assertThat(read.get(1))
                .isEqualTo(new Category(
                        "101",
                        "1",
                        "占道经营",
                        true,
                        URBAN.id(),
                        Set.of(HOUSING.id(), DONGHU.id()),
                        CategoryUrgency.ORDINARY,
                        new StatutoryPeriod(15, StatutoryPeriod.Unit.WORKING_DAY, "某条例第3条"),
                        null,
                        true,
                        false,
                        Set.of(DONGHU.id()),
                        List.of("占道", "摆摊")));
        assertThat(read.get(2).active()).isFalse();
        assertThat(read.get(2).takenByAllLower()).isTrue();
        assertThat(read.get(0).hostUnitId()).isNull();
    }

    static Stream<Arguments> wrong() {
        var blank = List.of("", "", "", "", "", "", "", "", "", "", "", "");
        return Stream.of(
                Arguments.of("第2行“类别编码”", with(blank, "类别名称", "a")),
                Arguments.of("第2行“类别名称”", with(blank, "类别编码", "a")),
                Arguments.of("第2行“上级编码”", with(row(), "上级编码", "9")),
                Arguments.of("第2行“上级编码”", with(row(), "上级编码", "101")),
                Arguments.of("第2行“启用”", with(row(), "启用", "也许")),
                Arguments.of("第2行“主办单位”", with(row(), "主办单位", "不存在的局")),
                Arguments.of("第2行“主办单位”", with(row(), "主办单位", "史志办")),
                Arguments.of("第2行“协办单位”", with(row(), "协办单位", "住建局、不存在的局")),
                Arguments.of("第2行“紧急类别”", with(row(), "紧急类别", "特急")),
                Arguments.of("第2行“法律依据”", with(row(), "法定期限", "60日")),
                Arguments.of("第2行“法定期限”", with(row(), "法律依据", "某法")),
                Arguments.of("第2行“法定期限”", with(with(row(), "法定期限", "很久"), "法律依据", "某法")),
                Arguments.of("第2行“法定期限”", with(with(row(), "法定期限", "61日"), "法律依据", "某法")),
                Arguments.of("第2行“需要地点”", with(row(), "需要地点", "?")),
                Arguments.of("第2行“街镇可办”", with(row(), "街镇可办", "城管局")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void namesTheRowAndTheColumnThatIsWrong(String place, List<String> row) {
        assertThatThrownBy(() -> categories(OWN, List.of(row))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason(Locale.CHINA)).contains(place);
            assertThat(refusal.pointer()).isEqualTo("/file");
        });
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        var first = with(row(), "主办单位", "不存在的局");
        var second = with(row(), "启用", "也许");
        assertThatThrownBy(() -> categories(OWN, List.of(first, second)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason(Locale.ENGLISH))
                                .contains("3 faults", "row 2 \"主办单位\"", "row 3 \"启用\"", "row 3 \"类别编码\""));
    }

    @Test
    void aRingOfParentsIsRefused() {
        var ring = List.of(with(row(), "上级编码", "102"), with(with(row(), "类别编码", "102"), "上级编码", "101"));
        assertThatThrownBy(() -> categories(OWN, ring)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNameOfSeveralUnitsIsRefused() {
        var rows = List.of(with(row(), "主办单位", "城管局"));
        assertThatThrownBy(() -> CatalogImporting.categories(
                        new Upload("f", sheet(OWN, rows), null, Map.of()), List.of(URBAN, TWIN)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSheetWithOtherColumnsOrWithoutRowsIsRefused() {
        assertThatThrownBy(() -> categories(List.of("a", "b"), List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> categories(OWN, List.of())).isInstanceOf(Refusal.class);
    }
}
