package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Head;
import java.util.List;

/** The head of a letter (10.1): the issuer's name between the upper edge and a double red line, and one more below. */
final class LetterHead {

    private static final double LINE = Measures.mm(170);
    private static final double THICK = Measures.mm(0.7);
    private static final double THIN = Measures.mm(0.25);
    private static final double APART = Measures.mm(1);
    private static final double BELOW_LINE = Measures.TEXT * 7 / 8;

    private final Sheet sheet;
    private final Typist typist;

    LetterHead(Sheet sheet, Typist typist) {
        this.sheet = sheet;
        this.typist = typist;
    }

    /** Returns where its last element ends. */
    double set(Head head) {
        var host = new Head(head.issuerMark().stream().limit(1).toList(), "", null, null, null, null, List.of());
        var upper = new IssuerMark(sheet, typist).set(host, Measures.mm(30)) + Measures.mm(4);
        rules(upper, THICK, THIN);
        rules(Measures.PAGE_HEIGHT - Measures.mm(20) - APART, THIN, THICK);
        var top = upper + APART + BELOW_LINE;
        var pitch = Measures.EMPTY_LINE;
        new HeadSetting(sheet, typist).marks(head, top, pitch);
        if (head.documentNumber() != null) {
            var line = typist.line(head.documentNumber(), Face.FANG);
            sheet.text(line.moved(Measures.COLUMNS - line.width()), top);
        }
        var marks = (head.copyNumber() == null ? 0 : 1)
                + (head.secrecy() == null ? 0 : 1)
                + (head.urgency() == null ? 0 : 1);
        return top + Math.max(0, marks - 1) * pitch + Measures.TEXT;
    }

    private void rules(double y, double upper, double lower) {
        var left = (Measures.PAGE_WIDTH - LINE) / 2;
        sheet.rule(left, left + LINE, y, upper, Ink.RED);
        sheet.rule(left, left + LINE, y + APART, lower, Ink.RED);
    }
}
