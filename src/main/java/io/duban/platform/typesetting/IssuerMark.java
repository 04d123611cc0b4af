package io.duban.platform.typesetting;

import io.duban.platform.typesetting.OfficialPaper.Head;

/**
 * 发文机关标志: red, across the page, as large as its names allow. Characters are set narrower than high, as such marks
 * are cut. Issuers of a joint paper stand one below the other, all as wide as the longest, with 文件 beside their middle.
 */
final class IssuerMark {

    private static final double TALLEST = Measures.mm(20);
    private static final double TALLEST_JOINT = Measures.mm(12);
    private static final double SQUARE = 1;
    private static final double NARROWEST = 0.62;
    private static final double WIDEST = Measures.WIDTH * 0.98;
    /** How far the highest strokes of a face stay below the upper edge of the square. */
    private static final double ABOVE_INK = 0.035;

    private static final double LEADING = 1.22;

    private final Sheet sheet;
    private final Typist typist;

    IssuerMark(Sheet sheet, Typist typist) {
        this.sheet = sheet;
        this.typist = typist;
    }

    /**
     * @param inkTop where the strokes begin
     * @return where the last line ends
     */
    double set(Head head, double inkTop) {
        var names = head.issuerMark();
        if (names.isEmpty()) {
            return inkTop;
        }
        return names.size() == 1
                ? single(names.get(0) + head.issuerMarkSuffix(), TALLEST, inkTop)
                : joint(head, inkTop);
    }

    private double single(String name, double tallest, double inkTop) {
        var count = count(name);
        var square = WIDEST / count;
        var size = Math.min(tallest, square / NARROWEST);
        var stretch = Math.min(SQUARE, square / size);
        var width = count * size * stretch;
        print(name, size, stretch, Measures.LEFT + (Measures.WIDTH - width) / 2, width, inkTop);
        return inkTop - size * ABOVE_INK + size;
    }

    private double joint(Head head, double inkTop) {
        var names = head.issuerMark();
        var suffix = head.issuerMarkSuffix();
        var longest = names.stream().mapToInt(IssuerMark::count).max().orElse(1);
        var all = longest + (suffix.isEmpty() ? 0 : count(suffix) + 0.5);
        var square = WIDEST / all;
        var size = Math.min(TALLEST_JOINT, square / NARROWEST);
        var stretch = Math.min(SQUARE, square / size);
        var wide = size * stretch;
        var left = Measures.LEFT + (Measures.WIDTH - all * wide) / 2;
        for (var at = 0; at < names.size(); at++) {
            print(names.get(at), size, stretch, left, longest * wide, inkTop + at * size * LEADING);
        }
        var height = (names.size() - 1) * size * LEADING + size;
        if (!suffix.isEmpty()) {
            var besides = left + (longest + 0.5) * wide;
            print(suffix, size, stretch, besides, count(suffix) * wide, inkTop + (height - size) / 2);
        }
        return inkTop - size * ABOVE_INK + height;
    }

    // The characters spread over the width, the first and the last at its edges.
    private void print(String name, double size, double stretch, double left, double width, double inkTop) {
        var baseline = Measures.baseline(inkTop - size * ABOVE_INK, size);
        var characters = typist.line(name, Face.TITLE).places();
        var wide = size * stretch;
        var step = characters.size() == 1 ? 0 : (width - wide) / (characters.size() - 1);
        for (var at = 0; at < characters.size(); at++) {
            var x = characters.size() == 1 ? left + (width - wide) / 2 : left + at * step;
            var text = characters.get(at).piece().text();
            sheet.glyph(new Glyph(text, Face.TITLE, size, stretch, x, baseline, Ink.RED));
        }
    }

    private static int count(String name) {
        return name.codePointCount(0, name.length());
    }
}
