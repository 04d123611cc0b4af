package io.duban.hotline.catalog;

import static io.duban.hotline.catalog.CatalogSheets.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.catalog.CatalogImporting.Upload;
import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalogue of four levels with department codes: what becomes of a right one, and what of a wrong one is named. */
class HierarchySheetTests {

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
}
