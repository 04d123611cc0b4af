package io.duban.platform.typesetting;

import io.duban.platform.typesetting.Line.Place;
import io.duban.platform.typesetting.OfficialPaper.Closing;
import io.duban.platform.typesetting.Row.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signatures and date below the text: centred over the date with room for seals, or to the right without. */
final class ClosingRows {

    private static final double RIGHT = Measures.COLUMNS;
    private static final int SEALED_INDENT = 4;
    private static final int PLAIN_INDENT = 2;
    /** Lines that a seal of 42 mm takes; those above its signature and between two rows of signatures. */
    private static final int ABOVE_SEAL = 2;

    private static final int BETWEEN_SEALS = 3;
    private static final int SIDE_BY_SIDE = 3;
    private static final double USUAL_DATE = 7;

    private final Typist typist;

    ClosingRows(Typist typist) {
        this.typist = typist;
    }

    /** Kept together on one page, so without the empty lines it is nothing. */
    List<Row> of(Closing closing) {
        if (closing.issuerSignatures().isEmpty() && closing.documentDate() == null) {
            return List.of();
        }
        return closing.sealed() ? sealed(closing) : plain(closing);
    }

    /** 附注: in parentheses, two characters in. */
    List<Row> note(Closing closing) {
        var note = closing.note();
        return note == null
                ? List.of()
                : TextRows.rows(Role.NOTE, typist.lines(typist.pieces("（" + note + "）", Face.FANG), 2, 2));
    }

    private List<Row> plain(Closing closing) {
        var date = date(closing.documentDate());
        var names = closing.issuerSignatures().stream().map(this::line).toList();
        var longest = names.stream().mapToDouble(Line::width).max().orElse(0);
        // The date begins two characters right of the signature; the longer of the two keeps two characters free.
        var begin = Math.max(
                0, Math.min(RIGHT - PLAIN_INDENT - longest, RIGHT - PLAIN_INDENT - date.width() - PLAIN_INDENT));
        var rows = new ArrayList<Row>();
        rows.add(Row.empty());
        names.forEach(name -> rows.add(row(name.moved(begin))));
        rows.add(row(date.moved(begin + PLAIN_INDENT)));
        return rows;
    }

    private List<Row> sealed(Closing closing) {
        var date = date(closing.documentDate());
        var dateWidth = date.places().isEmpty() ? USUAL_DATE : date.width();
        var dateBegin = RIGHT - SEALED_INDENT - dateWidth;
        var middle = dateBegin + dateWidth / 2;
        var names = closing.issuerSignatures().stream().map(this::line).toList();
        var longest = names.stream().mapToDouble(Line::width).max().orElse(0);
        var abreast = (int) Math.max(1, Math.min(SIDE_BY_SIDE, Math.floor(RIGHT / (longest + 2))));
        var rows = new ArrayList<Row>();
        for (var from = 0; from < names.size(); from += abreast) {
            addEmpty(rows, rows.isEmpty() ? ABOVE_SEAL : BETWEEN_SEALS);
            rows.add(row(abreast(names.subList(from, Math.min(names.size(), from + abreast)), abreast, middle)));
        }
        rows.add(row(date.moved(dateBegin)));
        if (closing.note() == null) {
            rows.add(Row.empty());
        }
        return rows;
    }

    // Side by side with equal distances, the last one of the row over the date.
    private static Line abreast(List<Line> names, int abreast, double middle) {
        var step = names.size() == 1 ? 0 : (middle - RIGHT / (2.0 * abreast)) / (abreast - 1);
        var places = new ArrayList<Place>();
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            var centre = middle - step * (names.size() - 1 - at);
            var begin = Math.max(0, Math.min(centre - name.width() / 2, RIGHT - name.width()));
            places.addAll(name.moved(begin).places());
        }
        return new Line(places);
    }

    private Line date(@Nullable LocalDate date) {
        return date == null ? new Line(List.of()) : line(Dates.text(date));
    }

    private Line line(String text) {
        return typist.inGrid(text, Face.FANG);
    }

    private static Row row(Line line) {
        return new Row(Role.CLOSING, line);
    }

    private static void addEmpty(List<Row> rows, int count) {
        for (var at = 0; at < count; at++) {
            rows.add(Row.empty());
        }
    }
}
