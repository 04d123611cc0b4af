package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Head;
import io.duban.platform.typesetting.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The head of a paper (版头) with the red line below it, and the title. */
final class HeadSetting {

    private static final double BELOW_NUMBER = Measures.mm(4);
    private static final double RED_LINE = Measures.mm(0.5);
    private static final double TITLE_PITCH = Measures.TITLE * 1.5;
    /** An empty line, and what is between lines. */
    private static final double BELOW_TITLE = Measures.EMPTY_LINE * 2 - Measures.TEXT;

    private static final int SIGNERS_IN_A_LINE = 2;
    private static final String SIGNERS = "签发人：";

    private final Sheet sheet;
    private final Typist typist;

    HeadSetting(Sheet sheet, Typist typist) {
        this.sheet = sheet;
        this.typist = typist;
    }

    /** Prints it all and returns the height at which the recipients may begin. */
    double set(OfficialPaper paper) {
        var below = paper.format() == OfficialPaper.Format.LETTER
                ? new LetterHead(sheet, typist).set(paper.head())
                : redHead(paper);
        return title(paper.title(), below + 2 * Measures.EMPTY_LINE);
    }

    private double redHead(OfficialPaper paper) {
        marks(paper.head(), Measures.TOP, Measures.pitch(Measures.LINES));
        var mark = new IssuerMark(sheet, typist).set(paper.head(), Measures.TOP + Measures.mm(35));
        var number = mark + 2 * Measures.EMPTY_LINE;
        var bottom = paper.format() == OfficialPaper.Format.UPWARD
                ? numberAndSigners(paper.head(), number)
                : centred(paper.head().documentNumber(), number);
        var line = bottom + BELOW_NUMBER;
        sheet.rule(Measures.LEFT, Measures.RIGHT, line, RED_LINE, Ink.RED);
        return line;
    }

    /** 份号, 密级, 紧急程度: one below the other at the left edge. */
    void marks(Head head, double top, double pitch) {
        var marks = new ArrayList<Line>();
        addMark(marks, head.copyNumber(), Face.FANG);
        addMark(marks, head.secrecy(), Face.HEI);
        addMark(marks, head.urgency(), Face.HEI);
        for (var at = 0; at < marks.size(); at++) {
            sheet.text(marks.get(at), top + at * pitch);
        }
    }

    private void addMark(List<Line> marks, @Nullable String mark, Face face) {
        if (mark != null && !mark.isBlank()) {
            marks.add(typist.line(mark, face));
        }
    }

    private double centred(@Nullable String number, double top) {
        if (number != null) {
            var line = typist.line(number, Face.FANG);
            sheet.text(line.moved((Measures.COLUMNS - line.width()) / 2), top);
        }
        return top + Measures.TEXT;
    }

    // The number stands one character in, in the line of the last signers; they keep one character free on the right.
    private double numberAndSigners(Head head, double top) {
        var longest = head.signers().stream().mapToInt(String::length).max().orElse(0);
        var left = Measures.COLUMNS - 1 - Math.min(head.signers().size(), SIGNERS_IN_A_LINE) * (longest + 1.0) + 1;
        var pitch = Measures.pitch(Measures.LINES);
        sheet.text(
                typist.line(head.signers().isEmpty() ? "" : SIGNERS, Face.FANG).moved(left - SIGNERS.length()), top);
        for (var at = 0; at < head.signers().size(); at++) {
            var column = left + at % SIGNERS_IN_A_LINE * (longest + 1.0);
            var line = typist.line(spaced(head.signers().get(at), longest), Face.KAI)
                    .moved(column);
            sheet.text(line, top + at / SIGNERS_IN_A_LINE * pitch);
        }
        var last = top + Math.max(0, head.signers().size() - 1) / SIGNERS_IN_A_LINE * pitch;
        if (head.documentNumber() != null) {
            sheet.text(typist.line(head.documentNumber(), Face.FANG).moved(1), last);
        }
        return last + Measures.TEXT;
    }

    /** A name of two characters is as wide as those of three beside it. */
    private static String spaced(String name, int longest) {
        return name.length() == 2 && longest == 3 ? name.charAt(0) + "\u3000" + name.charAt(1) : name;
    }

    private double title(String title, double top) {
        var lines = TitleBreaking.lines(typist.pieces(title, Face.TITLE));
        for (var at = 0; at < lines.size(); at++) {
            var text = String.join(
                    "",
                    Stream.of(lines.get(at))
                            .flatMap(List::stream)
                            .map(Piece::text)
                            .toList());
            var line = typist.line(text, Face.TITLE);
            var left = Measures.LEFT + (Measures.WIDTH - line.width() * Measures.TITLE) / 2;
            sheet.line(line, new Type(Measures.TITLE, Ink.BLACK), left, top + at * TITLE_PITCH, Measures.TITLE);
        }
        return top + (lines.size() - 1) * TITLE_PITCH + Measures.TITLE + BELOW_TITLE;
    }
}
