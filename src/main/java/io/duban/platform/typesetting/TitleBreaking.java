package io.duban.platform.typesetting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Breaks a title where it reads well, into lines that make a trapezium or a rhombus (7.3.1): words stay whole, a line
 * rather ends after 的 or before 关于, and none in the middle is the shortest.
 */
final class TitleBreaking {

    /** Characters of 2号 in the width of the text area, one of them left free on each side. */
    static final int LONGEST = 18;

    private static final Set<String> WORDS = words();
    private static final int LONGEST_WORD =
            WORDS.stream().mapToInt(String::length).max().orElse(1);
    private static final double NEVER = 1_000;
    private static final double BROKEN_WORD = 40;
    private static final double PLAIN = 6;
    private static final double WAIST = 30;
    private static final int MOST_LINES = 4;

    private final List<Piece> pieces;
    private final BitSet insideWords;

    private TitleBreaking(List<Piece> pieces) {
        this.pieces = pieces;
        this.insideWords = insideWords(pieces);
    }

    /** The title's pieces, line by line. */
    static List<List<Piece>> lines(List<Piece> pieces) {
        var total = pieces.stream().mapToDouble(Piece::width).sum();
        return total > LONGEST * MOST_LINES ? filled(pieces) : new TitleBreaking(pieces).best();
    }

    // Too long to be looked at from all sides.
    private static List<List<Piece>> filled(List<Piece> pieces) {
        return new LineBreaking(LONGEST, 0, 0)
                .lines(pieces).stream()
                        .map(line ->
                                line.places().stream().map(Line.Place::piece).toList())
                        .toList();
    }

    private List<List<Piece>> best() {
        var total = width(0, pieces.size());
        var fewest = Math.max(1, (int) Math.ceil(total / LONGEST));
        var best = new Choice(List.of(pieces.size()), Double.MAX_VALUE);
        for (var count = fewest; count <= fewest + 1; count++) {
            // One line more than needed must be much better.
            best = search(0, count, total / count, List.of())
                    .plus((count - fewest) * 15.0)
                    .better(best);
        }
        return split(best.ends());
    }

    private Choice search(int from, int count, double mean, List<Integer> ends) {
        if (count == 1) {
            var all = append(ends, pieces.size());
            var fits = width(from, pieces.size()) <= LONGEST + 1;
            return new Choice(all, fits ? shape(all, mean) : Double.MAX_VALUE);
        }
        var best = new Choice(append(ends, pieces.size()), Double.MAX_VALUE);
        for (var end = from + 1; end < pieces.size() && width(from, end) <= LONGEST + 1; end++) {
            if (width(from, end) >= mean / 2) {
                var rest = search(end, count - 1, mean, append(ends, end));
                best = rest.plus(breakCost(end)).better(best);
            }
        }
        return best;
    }

    private double breakCost(int at) {
        var before = pieces.get(at - 1);
        var after = pieces.get(at);
        if (!before.mayBeLast() || !after.mayBeFirst()) {
            return NEVER;
        }
        if (insideWords.get(at)) {
            return BROKEN_WORD;
        }
        if (text(at, at + 2).equals("关于") || before.text().equals("的") || "》，、".contains(before.text())) {
            return 0;
        }
        return "的和与及等".contains(after.text()) && !after.text().equals("和") ? BROKEN_WORD / 2 : PLAIN;
    }

    // Lengths near each other but not alike; a line between two longer ones makes an hourglass.
    private double shape(List<Integer> ends, double mean) {
        var cost = 0.0;
        var widths = new ArrayList<Double>();
        for (int at = 0, from = 0; at < ends.size(); from = ends.get(at++)) {
            var width = width(from, ends.get(at));
            cost += Math.pow(width - mean, 2) / 4;
            widths.add(width);
        }
        for (var at = 1; at < widths.size() - 1; at++) {
            var isWaist = widths.get(at) < widths.get(at - 1) && widths.get(at) < widths.get(at + 1);
            cost += isWaist ? WAIST : 0;
        }
        return cost;
    }

    private List<List<Piece>> split(List<Integer> ends) {
        var lines = new ArrayList<List<Piece>>();
        for (int at = 0, from = 0; at < ends.size(); from = ends.get(at++)) {
            lines.add(pieces.subList(from, ends.get(at)));
        }
        return lines;
    }

    private double width(int from, int to) {
        return pieces.subList(from, to).stream().mapToDouble(Piece::width).sum();
    }

    private String text(int from, int to) {
        return pieces.subList(from, Math.min(to, pieces.size())).stream()
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    // Longest words first, as a reader sees them.
    private static BitSet insideWords(List<Piece> pieces) {
        var inside = new BitSet();
        var at = 0;
        while (at < pieces.size()) {
            var length = Math.min(LONGEST_WORD, pieces.size() - at);
            while (length > 1 && !WORDS.contains(joined(pieces.subList(at, at + length)))) {
                length--;
            }
            inside.set(at + 1, at + length);
            at += length;
        }
        return inside;
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static List<Integer> append(List<Integer> ends, int end) {
        var all = new ArrayList<>(ends);
        all.add(end);
        return all;
    }

    private static Set<String> words() {
        try (var file = TitleBreaking.class.getResourceAsStream("title-words.txt");
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param ends where the lines end */
    private record Choice(List<Integer> ends, double cost) {

        Choice plus(double more) {
            return new Choice(ends, cost + more);
        }

        Choice better(Choice other) {
            return cost < other.cost ? this : other;
        }
    }
}
