package io.duban.hotline.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether parents are there, and nothing is its own ancestor. */
final class CategoryTree {

    private static final int DEEPEST = 8;

    private final List<Category> categories;
    private final SheetFaults faults;
    private final Map<String, Category> byCode = new HashMap<>();

    CategoryTree(List<Category> categories, SheetFaults faults) {
        this.categories = categories;
        this.faults = faults;
        categories.forEach(category -> byCode.putIfAbsent(category.code(), category));
    }

    /**
     * @param rows of the sheet, one for each category
     * @param column that names the parents
     */
    void check(List<Integer> rows, String column) {
        for (int i = 0; i < categories.size(); i++) {
            var category = categories.get(i);
            if (category.parentCode() != null && !byCode.containsKey(category.parentCode())) {
                faults.add(
                        rows.get(i),
                        column,
                        "没有编码为“" + category.parentCode() + "”的上级",
                        "there is no category " + category.parentCode());
            } else if (depth(category) > DEEPEST) {
                faults.add(
                        rows.get(i),
                        column,
                        "上下级成环,或超过 " + DEEPEST + " 级",
                        "the parents form a ring, or more than 8 levels");
            }
        }
    }

    private int depth(Category category) {
        int depth = 0;
        for (var at = category; at != null && depth <= DEEPEST; depth++) {
            at = at.parentCode() == null ? null : byCode.get(at.parentCode());
        }
        return depth;
    }
}
