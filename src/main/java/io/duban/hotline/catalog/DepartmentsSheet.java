package io.duban.hotline.catalog;

import java.util.HashMap;
import java.util.Map;

/** What the codes of departments stand for: code, name, active. */
final class DepartmentsSheet {

    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String ACTIVE = "active";

    private DepartmentsSheet() {}

    /** Names by code, of those in use; what is wrong is among the faults. */
    static Map<String, String> names(Sheet sheet, SheetFaults faults) {
        var lines = SheetLines.of(sheet);
        if (!lines.has(CODE) || !lines.has(NAME)) {
            faults.add(1, CODE, "部门表须有 code、name 两列", "the departments' sheet has the columns code and name");
            return Map.of();
        }
        var names = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            if (line.text(CODE).isEmpty() || line.text(NAME).isEmpty()) {
                faults.add(line.row(), line.text(CODE).isEmpty() ? CODE : NAME, "不能为空", "is missing");
            } else if (names.putIfAbsent(line.text(CODE), line.text(NAME)) != null) {
                faults.add(line.row(), CODE, "代码“" + line.text(CODE) + "”重复", "the code is there twice");
            } else if (line.text(ACTIVE).equalsIgnoreCase("false")) {
                names.put(line.text(CODE), "");
            }
        });
        return names;
    }
}
