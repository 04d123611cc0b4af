package io.duban.hotline.catalog;

import io.duban.hotline.catalog.CatalogImporting.Upload;
import io.duban.hotline.catalog.UnitNames.CatalogUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Small sheets of both kinds, and the units they speak of. */
final class CatalogSheets {

    static final CatalogUnit URBAN = unit(1, "DEPARTMENT", "南湖区城市管理局", "城管局", true);
    static final CatalogUnit HOUSING = unit(2, "DEPARTMENT", "南湖区住房和城乡建设局", "住建局", true);
    static final CatalogUnit DONGHU = unit(3, "SUBDISTRICT", "东湖街道办事处", "东湖街道", true);
    static final CatalogUnit SILENT = unit(4, "DEPARTMENT", "南湖区史志办公室", "史志办", false);
    static final CatalogUnit TWIN = unit(5, "DEPARTMENT", "南湖区城市综合管理局", "城管局", true);

    static final List<String> OWN =
            List.of("类别编码", "类别名称", "上级编码", "启用", "主办单位", "协办单位", "紧急类别", "法定期限", "法律依据", "需要地点", "街镇可办", "检索词");
    static final List<String> HIERARCHY = List.of(
            "AUTHORITY_TYPE",
            "MAIN_CATEGORY",
            "SECTOR",
            "SUB_TYPE",
            "Department Name*",
            "Resolution Time (Hours)*",
            "Search Words*");

    private CatalogSheets() {}

    static List<Category> categories(List<String> head, List<List<String>> rows) {
        return CatalogImporting.categories(
                new Upload("f", sheet(head, rows), null, Map.of()), List.of(URBAN, HOUSING, DONGHU, SILENT));
    }

    static Sheet sheet(List<String> head, List<List<String>> rows) {
        var all = new ArrayList<Sheet.Row>();
        all.add(new Sheet.Row(1, head));
        rows.forEach(row -> all.add(new Sheet.Row(all.size() + 1, row)));
        return new Sheet(all);
    }

    static List<String> row() {
        return List.of("101", "占道经营", "", "", "", "", "", "", "", "", "", "");
    }

    static List<String> with(List<String> row, String column, String text) {
        var changed = new ArrayList<>(row);
        changed.set(OWN.indexOf(column), text);
        return List.copyOf(changed);
    }

    private static CatalogUnit unit(int id, String kind, String name, String shortName, boolean signs) {
        return new CatalogUnit(new UUID(0, id), kind, name, shortName, signs);
    }
}
