package io.duban.hotline.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows below a head, by the names of their columns. */
final class SheetLines {

    private static final String BETWEEN = "[,,;;、|\\n]";

    private final Map<String, Integer> columns;
    private final List<Sheet.Row> rows;

    private SheetLines(Map<String, Integer> columns, List<Sheet.Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** The first row of a sheet is its head; a column that is there twice counts where it is first. */
    static SheetLines of(Sheet sheet) {
        var columns = new HashMap<String, Integer>();
        if (sheet.rows().isEmpty()) {
            return new SheetLines(columns, List.of());
        }
        var head = sheet.rows().get(0);
        for (int column = 0; column < head.cells().size(); column++) {
            columns.putIfAbsent(head.cell(column).replace("*", "").strip(), column);
        }
        return new SheetLines(columns, sheet.rows().subList(1, sheet.rows().size()));
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    Stream<Line> lines() {
        return rows.stream().map(row -> new Line(row.number(), row, columns));
    }

    /** One of them. */
    record Line(int row, Sheet.Row cells, Map<String, Integer> columns) {

        /** Blank where the sheet has no such column. */
        String text(String column) {
            var index = columns.get(column);
            return index == null ? "" : cells.cell(index);
        }

        /** What is listed in one cell, between commas of any kind. */
        List<String> texts(String column) {
            return Arrays.stream(text(column).split(BETWEEN))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }
    }
}
