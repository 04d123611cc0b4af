package io.duban.platform.typesetting;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.typesetting.Row.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads the rows over pages. A signature never stands on a page without text: where that would happen, the lines of
 * the paper are set closer or wider, by as little as helps.
 *
 * @param flow recipients, text and attachments
 * @param closing signatures and date, kept together
 * @param top where the first row of the first page begins, in points
 */
record Pagination(List<Row> flow, List<Row> closing, List<Row> note, double top) {

    private static final int MOST_PAGES = 200;
    private static final List<Integer> LINES = List.of(22, 23, 21, 24, 20, 25, 19);

    /** A page: the rows, the first of them in this line. */
    record Page(int firstLine, List<Row> rows) {

        int end() {
            return firstLine + rows.size();
        }

        private boolean hasText() {
            return rows.stream().anyMatch(Row::isText);
        }

        private boolean isGood() {
            return hasText() || rows.stream().noneMatch(row -> row.role() == Role.CLOSING);
        }
    }

    /** @param lines how many lines a full page has */
    record Pages(int lines, List<Page> pages) {

        private boolean isGood() {
            return pages.stream().allMatch(Page::isGood);
        }

        boolean beginsWithBody() {
            return pages.get(0).rows().stream().anyMatch(row -> row.role() == Role.BODY);
        }
    }

    Pages pages() {
        return LINES.stream()
                .map(lines -> fill(lines, flow.size()))
                .filter(Pages::isGood)
                .findFirst()
                .orElseGet(this::takingTextAlong);
    }

    // No spacing helps: the last lines of the text go over to the signature.
    private Pages takingTextAlong() {
        return IntStream.rangeClosed(1, flow.size())
                .mapToObj(taken -> fill(Measures.LINES, flow.size() - taken))
                .filter(Pages::isGood)
                .findFirst()
                .orElseGet(() -> fill(Measures.LINES, flow.size()));
    }

    private Pages fill(int lines, int breakBefore) {
        var filling = new Filling(lines, firstLine(lines));
        for (var at = 0; at < flow.size(); at++) {
            if (at == breakBefore) {
                filling.turn();
            }
            filling.add(List.of(flow.get(at)));
        }
        filling.add(closing);
        note.forEach(row -> filling.add(List.of(row)));
        return new Pages(lines, filling.pages());
    }

    private int firstLine(int lines) {
        var line = (int) Math.round((top - Measures.TOP) / Measures.pitch(lines));
        return Math.min(line, lines);
    }

    /** The pages so far. */
    private static final class Filling {

        private final int lines;
        private final List<Page> pages = new ArrayList<>();
        private int firstLine;
        private List<Row> rows = new ArrayList<>();

        Filling(int lines, int firstLine) {
            this.lines = lines;
            this.firstLine = firstLine;
        }

        void add(List<Row> together) {
            if (firstLine + rows.size() + together.size() > lines && !(rows.isEmpty() && firstLine == 0)) {
                turn();
            }
            var isGap = together.size() == 1 && together.get(0).role() == Role.EMPTY;
            if (!(isGap && rows.isEmpty() && firstLine == 0)) {
                rows.addAll(together);
            }
        }

        void turn() {
            pages.add(new Page(firstLine, rows));
            if (pages.size() >= MOST_PAGES) {
                throw Refusal.of(
                        RefusalCode.E_WEB_TOO_LARGE,
                        "文件超过%d页，不能排印。".formatted(MOST_PAGES),
                        "A paper has at most %d pages.".formatted(MOST_PAGES));
            }
            firstLine = 0;
            rows = new ArrayList<>();
        }

        List<Page> pages() {
            pages.add(new Page(firstLine, rows));
            return pages;
        }
    }
}
