package io.duban.hotline.catalog;

import static io.duban.hotline.catalog.CatalogSheets.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Looking for a category, and asking for one that is not there. */
class CatalogueTests {

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
}
