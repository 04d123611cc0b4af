package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Colophon;
import io.duban.platform.typesetting.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 版记: at the lower edge of the last page, in 4号, between lines of which the first and last are thicker. */
final class ColophonSetting {

    private static final double THICK = Measures.mm(0.35);
    private static final double THIN = Measures.mm(0.25);
    private static final double ROW = Measures.SMALL * 1.9;
    private static final Type SMALL = new Type(Measures.SMALL, Ink.BLACK);
    /** Characters in a line, one being left free on each side. */
    private static final int COLUMNS = 29;

    private static final double LEFT = Measures.LEFT + Measures.SMALL;
    private static final double PITCH = (Measures.WIDTH - 3 * Measures.SMALL) / (COLUMNS - 1);

    private final List<List<Line>> parts = new ArrayList<>();
    private final boolean ruled;

    /** @param recipients 主送机关 that found no room on the first page */
    ColophonSetting(Typist typist, Colophon colophon, List<String> recipients, boolean ruled) {
        this.ruled = ruled;
        add(typist, "主送：", recipients);
        add(typist, "抄送：", colophon.copyRecipients());
        if (colophon.printedBy() != null && ruled) {
            parts.add(List.of(printing(typist, colophon.printedBy(), colophon)));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    double height() {
        return rows() * ROW;
    }

    /** Prints it so that it ends at the lower edge of the text area. */
    void print(Sheet sheet) {
        var top = Measures.BOTTOM - height();
        rule(sheet, top, THICK);
        for (var part : parts) {
            for (var line : part) {
                sheet.line(line, SMALL, LEFT, top + (ROW - Measures.SMALL) / 2, PITCH);
                top += ROW;
            }
            rule(sheet, top, top > Measures.BOTTOM - ROW / 2 ? THICK : THIN);
        }
    }

    private int rows() {
        return parts.stream().mapToInt(List::size).sum();
    }

    private void rule(Sheet sheet, double y, double thickness) {
        if (ruled) {
            sheet.rule(Measures.LEFT, Measures.RIGHT, y, thickness, Ink.BLACK);
        }
    }

    private void add(Typist typist, String label, List<String> names) {
        if (!names.isEmpty()) {
            var text = label + String.join("，", names) + "。";
            parts.add(new LineBreaking(COLUMNS, 0, label.length()).lines(typist.pieces(text, Face.FANG)));
        }
    }

    private static Line printing(Typist typist, String printedBy, Colophon colophon) {
        var name = typist.inGrid(printedBy, Face.FANG);
        var date = printed(typist, colophon);
        if (date == null) {
            return name;
        }
        var places = new ArrayList<>(name.places());
        places.addAll(date.moved(COLUMNS - date.width()).places());
        return new Line(places);
    }

    private static @Nullable Line printed(Typist typist, Colophon colophon) {
        var date = colophon.printedDate();
        return date == null ? null : typist.inGrid(Dates.text(date) + "印发", Face.FANG);
    }
}
