package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Format;
import io.duban.platform.typesetting.Pagination.Page;
import io.duban.platform.typesetting.Pagination.Pages;
import io.duban.platform.typesetting.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets a whole paper: which lines stand on which page, and where. */
final class PaperSetting {

    private static final double BELOW_TEXT = Measures.mm(7);
    /** How high above its line a dash is drawn. */
    private static final double DASH = 0.37;

    private static final double PROOF = 6;

    private final OfficialPaper paper;
    private final Typecase typecase;
    private final Typist typist;
    private final List<Sheet> sheets = new ArrayList<>();

    PaperSetting(OfficialPaper paper, Typecase typecase) {
        this.paper = paper;
        this.typecase = typecase;
        this.typist = new Typist(typecase);
    }

    List<Sheet> sheets() {
        var first = newSheet();
        var top = new HeadSetting(first, typist).set(paper);
        var pages = pages(paper.mainRecipients(), top);
        var moved = !paper.mainRecipients().isEmpty() && !pages.beginsWithBody();
        print(moved ? pages(List.of(), top) : pages);
        colophon(moved ? paper.mainRecipients() : List.of());
        if (paper.marking().showsHash()) {
            proof(sheets.get(sheets.size() - 1));
        }
        return sheets;
    }

    private Pages pages(List<String> recipients, double top) {
        var text = new TextRows(typist);
        var closing = new ClosingRows(typist);
        var flow = Stream.of(
                        text.recipients(recipients), text.body(paper.body()), text.attachments(paper.attachmentNotes()))
                .flatMap(List::stream)
                .toList();
        return new Pagination(flow, closing.of(paper.closing()), closing.note(paper.closing()), top).pages();
    }

    private double textEnd = Measures.TOP;

    private void print(Pages pages) {
        var pitch = Measures.pitch(pages.lines());
        for (var at = 0; at < pages.pages().size(); at++) {
            var sheet = at == 0 ? sheets.get(0) : newSheet();
            var page = pages.pages().get(at);
            print(page, sheet, pitch);
            folio(sheet, sheets.size());
        }
        var last = pages.pages().get(pages.pages().size() - 1);
        textEnd = Measures.TOP + last.end() * pitch;
    }

    private static void print(Page page, Sheet sheet, double pitch) {
        for (var at = 0; at < page.rows().size(); at++) {
            sheet.text(page.rows().get(at).line(), Measures.TOP + (page.firstLine() + at) * pitch);
        }
    }

    // On the back of a sheet, that is an even page. If a page stays empty before it, neither has a number (7.5).
    private void colophon(List<String> recipients) {
        var isLetter = paper.format() == Format.LETTER;
        var colophon = new ColophonSetting(typist, paper.colophon(), recipients, !isLetter);
        if (colophon.isEmpty()) {
            return;
        }
        var fits = textEnd + colophon.height() <= Measures.BOTTOM;
        var isEven = sheets.size() % 2 == 0;
        if (!fits || !isEven && !isLetter) {
            var withEmptyPage = isEven && !isLetter;
            newSheet();
            if (withEmptyPage) {
                newSheet();
            } else {
                folio(sheets.get(sheets.size() - 1), sheets.size());
            }
        }
        colophon.print(sheets.get(sheets.size() - 1));
    }

    // Odd numbers one character from the right edge, even ones from the left; a letter's first page has none.
    private void folio(Sheet sheet, int number) {
        if (paper.format() == Format.LETTER && number == 1) {
            return;
        }
        var line = typist.line("— " + number + " —", Face.FOLIO);
        var width = line.width() * Measures.SMALL;
        var left = number % 2 == 1 ? Measures.RIGHT - Measures.SMALL - width : Measures.LEFT + Measures.SMALL;
        var top = Measures.BOTTOM + BELOW_TEXT + (DASH - 1 + Measures.DESCENT) * Measures.SMALL;
        sheet.line(line, new Type(Measures.SMALL, Ink.BLACK), left, top, Measures.SMALL);
    }

    private void proof(Sheet sheet) {
        var line = typist.line("SHA-256 " + paper.textHash(), Face.HEI);
        var top = Measures.BOTTOM + BELOW_TEXT + 2 * PROOF;
        sheet.line(line, new Type(PROOF, Ink.BLACK), Measures.LEFT, top, PROOF);
    }

    private Sheet newSheet() {
        var sheet = new Sheet(typecase);
        sheets.add(sheet);
        return sheet;
    }
}
