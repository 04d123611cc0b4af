package io.duban.hotline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.catalog.CatalogImporting.Upload;
import io.duban.hotline.catalog.UnitNames.CatalogUnit;
import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kinds of sheets: what becomes of a right one, and which row and column of a wrong one is named. */
class CatalogSheetsTests {

    private static final CatalogUnit URBAN = unit(1, "DEPARTMENT", "南湖区城市管理局", "城管局", true);
    private static final CatalogUnit HOUSING = unit(2, "DEPARTMENT", "南湖区住房和城乡建设局", "住建局", true);
    private static final CatalogUnit DONGHU = unit(3, "SUBDISTRICT", "东湖街道办事处", "东湖街道", true);
    private static final CatalogUnit SILENT = unit(4, "DEPARTMENT", "南湖区史志办公室", "史志办", false);
    private static final CatalogUnit TWIN = unit(5, "DEPARTMENT", "南湖区城市综合管理局", "城管局", true);

    private static final List<String> OWN =
            List.of("类别编码", "类别名称", "上级编码", "启用", "主办单位", "协办单位", "紧急类别", "法定期限", "法律依据", "需要地点", "街镇可办", "检索词");
    private static final List<String> HIERARCHY = List.of(
            "AUTHORITY_TYPE",
            "MAIN_CATEGORY",
            "SECTOR",
            "SUB_TYPE",
            "Department Name*",
            "Resolution Time (Hours)*",
            "Search Words*");

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
    void readsAHierarchyOfFourLevels() {
        var read = CatalogImporting.categories(
                new Upload(
                        "f",
                        sheet(
                                HIERARCHY,
                                List.of(
                                        List.of(
                                                "IGE",
                                                "Complaint",
                                                "Public Services",
                                                "Street light",
                                                "URB",
                                                "72",
                                                "light, dark"),
                                        List.of(
                                                "IGE",
                                                "Complaint",
                                                "Public Services",
                                                "Delay",
                                                "HOU",
                                                "360",
                                                "delay"))),
                        sheet(
                                List.of("code", "name", "active"),
                                List.of(List.of("URB", "Urban", "true"), List.of("HOU", "住建局", "true"))),
                        Map.of("URB", URBAN.id())),
                List.of(URBAN, HOUSING));
        assertThat(read.stream().map(Category::code))
                .containsExactly(
                        "IGE",
                        "IGE.COMPLAINT",
                        "IGE.COMPLAINT.PUBLIC_SERVICES",
                        "IGE.COMPLAINT.PUBLIC_SERVICES.STREET_LIGHT",
                        "IGE.COMPLAINT.PUBLIC_SERVICES.DELAY");
        var light = read.get(3);
        assertThat(light.hostUnitId()).isEqualTo(URBAN.id());
        assertThat(light.resolutionHours()).isEqualTo(72);
        assertThat(light.searchWords()).containsExactly("light", "dark");
        assertThat(read.get(4).hostUnitId()).isEqualTo(HOUSING.id());
    }

    static Stream<Arguments> wrongHierarchies() {
        return Stream.of(
                Arguments.of("row 2 \"SECTOR\"", List.of("I", "C", "", "S", "城管局", "72", "w")),
                Arguments.of("row 2 \"Department Name\"", List.of("I", "C", "P", "S", "", "72", "w")),
                Arguments.of("row 2 \"Department Name\"", List.of("I", "C", "P", "S", "NOBODY", "72", "w")),
                Arguments.of("row 2 \"Resolution Time (Hours)\"", List.of("I", "C", "P", "S", "城管局", "soon", "w")),
                Arguments.of("row 2 \"Resolution Time (Hours)\"", List.of("I", "C", "P", "S", "城管局", "-3", "w")),
                Arguments.of("row 2 \"SUB_TYPE\"", List.of("I", "C", "P", "x".repeat(120), "城管局", "72", "w")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongHierarchies")
    void namesTheRowAndColumnOfAHierarchyThatIsWrong(String place, List<String> row) {
        assertThatThrownBy(() -> categories(HIERARCHY, List.of(row)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason(Locale.ENGLISH)).contains(place));
    }

    @Test
    void aCategoryThatIsThereTwiceIsRefused() {
        var row = List.of("I", "C", "P", "S", "城管局", "72", "w");
        assertThatThrownBy(() -> categories(HIERARCHY, List.of(row, row))).isInstanceOf(Refusal.class);
    }

    @Test
    void aSheetWithOtherColumnsOrWithoutRowsIsRefused() {
        assertThatThrownBy(() -> categories(List.of("a", "b"), List.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> categories(OWN, List.of())).isInstanceOf(Refusal.class);
    }

    @Test
    void findsByWordsAndByWholeSentences() {
        var catalogue = new Catalogue(
                1,
                categories(
                        OWN,
                        List.of(
                                with(with(row(), "类别名称", "施工噪音"), "检索词", "噪音,扰民"),
                                with(with(with(row(), "类别编码", "102"), "类别名称", "噪音"), "检索词", ""),
                                with(with(with(row(), "类别编码", "103"), "启用", "否"), "检索词", "噪音"))));
        assertThat(catalogue.search("噪音").map(Category::code)).containsExactly("101", "102");
        assertThat(catalogue.search("楼下半夜施工扰民").map(Category::code)).containsExactly("101");
        assertThat(catalogue.search("停水")).isEmpty();
        assertThatThrownBy(() -> catalogue.require("103")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> catalogue.require("噪音"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason(Locale.CHINA)).contains("102 噪音"));
        assertThat(Catalogue.EMPTY.require("anything")).isEmpty();
    }

    private static List<Category> categories(List<String> head, List<List<String>> rows) {
        return CatalogImporting.categories(
                new Upload("f", sheet(head, rows), null, Map.of()), List.of(URBAN, HOUSING, DONGHU, SILENT));
    }

    private static Sheet sheet(List<String> head, List<List<String>> rows) {
        var all = new ArrayList<Sheet.Row>();
        all.add(new Sheet.Row(1, head));
        rows.forEach(row -> all.add(new Sheet.Row(all.size() + 1, row)));
        return new Sheet(all);
    }

    private static List<String> row() {
        return List.of("101", "占道经营", "", "", "", "", "", "", "", "", "", "");
    }

    private static List<String> with(List<String> row, String column, String text) {
        var changed = new ArrayList<>(row);
        changed.set(OWN.indexOf(column), text);
        return List.copyOf(changed);
    }

    private static CatalogUnit unit(int id, String kind, String name, String shortName, boolean signs) {
        return new CatalogUnit(new UUID(0, id), kind, name, shortName, signs);
    }
}
