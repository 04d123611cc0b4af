package io.duban.platform.typesetting;

import io.duban.platform.typesetting.Row.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The running text: recipients, paragraphs, names of attachments. */
final class TextRows {

    private static final int INDENT = 2;

    private final Typist typist;

    TextRows(Typist typist) {
        this.typist = typist;
    }

    /** 主送机关: from the left edge, also in the next line, with a colon. */
    List<Row> recipients(List<String> recipients) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        var text = String.join("、", recipients) + "：";
        return rows(Role.RECIPIENTS, typist.lines(typist.pieces(text, Face.FANG), 0, 0));
    }

    /** 正文: every paragraph begins two characters in. */
    List<Row> body(String body) {
        return body.lines()
                .map(TextRows::trimmed)
                .filter(paragraph -> !paragraph.isEmpty())
                .flatMap(paragraph -> rows(Role.BODY, typist.lines(pieces(paragraph), INDENT, 0)).stream())
                .toList();
    }

    /** 附件说明: after an empty line; a long name goes on below its own first character. */
    List<Row> attachments(List<String> names) {
        var rows = new ArrayList<Row>();
        for (var at = 0; at < names.size(); at++) {
            var label = at == 0 ? "附件：" : "";
            var number = names.size() > 1 ? (at + 1) + "." : "";
            rows.addAll(attachment(label, number, names.get(at), names.size()));
        }
        if (!rows.isEmpty()) {
            rows.add(0, Row.empty());
        }
        return rows;
    }

    private List<Row> attachment(String label, String number, String name, int of) {
        var numberWidth = of > 1 ? 1.0 + (of > 9 ? 1 : 0) : 0;
        var begin = INDENT + 3.0;
        var hanging = begin + numberWidth;
        var lines = new ArrayList<>(typist.lines(typist.pieces(name, Face.FANG), hanging, hanging));
        var head = Stream.of(
                        typist.inGrid(label + " ", Face.FANG).moved(INDENT),
                        typist.inGrid(number + " ", Face.FANG).moved(begin))
                .flatMap(line -> line.places().stream())
                .filter(place -> place.piece().kind() != Piece.Kind.SPACE);
        lines.set(
                0, new Line(Stream.concat(head, lines.get(0).places().stream()).toList()));
        return rows(Role.ATTACHMENTS, lines);
    }

    static List<Row> rows(Role role, List<Line> lines) {
        return lines.stream().map(line -> new Row(role, line)).toList();
    }

    private List<Piece> pieces(String paragraph) {
        var heading = Heading.of(paragraph);
        var end = heading.end();
        return Stream.concat(
                        typist.pieces(paragraph.substring(0, end), heading.face()).stream(),
                        typist.pieces(paragraph.substring(end), Face.FANG).stream())
                .toList();
    }

    /** Writers indent with spaces of all kinds; the page has its own way. */
    private static String trimmed(String paragraph) {
        return paragraph.strip().replace("\u3000", " ").strip();
    }
}
