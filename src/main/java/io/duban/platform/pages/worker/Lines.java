package io.duban.platform.pages.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines. Widths are in heights of a letter. */
final class Lines {

    private static final String NEVER_FIRST = "，。、；：？！”’）》〉】〕］｝…—,.;:?!)]}%％℃";

    private final List<Line> lines = new ArrayList<>();
    private final double measure;
    private List<Block.Run> current = new ArrayList<>();
    private double used;
    private double indent;

    private Lines(double measure, double indent) {
        this.measure = measure;
        this.indent = indent;
        this.used = indent;
    }

    /**
     * One line.
     *
     * @param width without the indent
     */
    record Line(List<Block.Run> runs, double width, double indent) {}

    static List<Line> of(List<Block.Run> runs, double measure, double indent) throws IOException {
        var lines = new Lines(Math.max(2, measure), indent);
        for (var run : runs) {
            lines.take(run);
        }
        lines.end();
        return lines.lines;
    }

    static double width(Block.Run run) {
        try {
            return Words.width(run.text(), run.bold());
        } catch (IOException noFont) {
            return run.text().length();
        }
    }

    private void take(Block.Run run) throws IOException {
        var letters = run.bold() ? Lettering.bold() : Lettering.regular();
        int from = 0;
        int lastSpace = -1;
        var text = run.text();
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (letter == '\n') {
                add(text.substring(from, at), run.bold());
                end();
                from = next;
            } else {
                double wide = letters.advance(letter);
                if (used + wide > measure && NEVER_FIRST.indexOf(letter) < 0 && used > indent) {
                    // A European word goes to the next line whole.
                    int cut = isWord(text, at) && lastSpace > from ? lastSpace : at;
                    add(text.substring(from, cut), run.bold());
                    end();
                    from = cut;
                    used = width(new Block.Run(text.substring(cut, at), run.bold()));
                }
                used += wide;
            }
            lastSpace = letter == ' ' ? next : lastSpace;
            at = next;
        }
        add(text.substring(from), run.bold());
    }

    private static boolean isWord(String text, int at) {
        return at > 0 && isEuropean(text.charAt(at)) && isEuropean(text.charAt(at - 1));
    }

    private static boolean isEuropean(char letter) {
        return letter > ' ' && letter < 0x250;
    }

    private void add(String words, boolean bold) {
        if (!words.isEmpty()) {
            current.add(new Block.Run(words, bold));
        }
    }

    private void end() {
        lines.add(new Line(
                List.copyOf(current), current.stream().mapToDouble(Lines::width).sum(), indent));
        current = new ArrayList<>();
        indent = 0;
        used = 0;
    }
}
