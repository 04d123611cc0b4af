package io.duban.hotline.catalog;

import java.util.List;

/** The first sheet of a workbook, as texts: what people see in its cells. Empty rows are left out. */
record Sheet(List<Row> rows) {

    /**
     * One row.
     *
     * @param number as the sheet counts it, from 1
     */
    record Row(int number, List<String> cells) {

        /** The text in a column; blank beyond the last one. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
