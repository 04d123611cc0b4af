package io.duban.platform.typesetting;

import io.duban.platform.typesetting.Line.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines that are full to the right edge, without a closing mark at a line's beginning or an
 * opening one at its end (避头尾). A line into which one more mark must go gives away empty halves of its marks; where
 * they do not suffice, its last characters go to the next line and the rest is spread.
 *
 * @param columns characters in a line
 * @param first where the first line begins, in characters from the left
 * @param rest where the others begin
 */
record LineBreaking(double columns, double first, double rest) {

    private static final double NEARLY = 1e-6;

    List<Line> lines(List<Piece> pieces) {
        var lines = new ArrayList<Line>();
        var from = 0;
        while (from < pieces.size()) {
            var indent = lines.isEmpty() ? first : rest;
            var to = end(pieces, from, columns - indent);
            var isLast = to == pieces.size();
            lines.add(set(pieces.subList(from, to), indent, columns - indent, isLast));
            from = to;
        }
        return lines;
    }

    // The last break that fits as it is, unless the next one fits when marks are narrowed.
    private static int end(List<Piece> pieces, int from, double room) {
        var measure = new Measure();
        var fitting = 0;
        var forced = from + 1;
        for (var to = from + 1; to <= pieces.size(); to++) {
            measure.add(pieces.get(to - 1));
            if (measure.narrowest() > room + NEARLY) {
                break;
            }
            var fits = measure.width() <= room + NEARLY;
            forced = fits ? to : forced;
            if (!mayBreak(pieces, to)) {
                continue;
            }
            if (!fits) {
                return fitting > 0 && isFull(pieces.subList(from, fitting), room) ? fitting : to;
            }
            fitting = to;
        }
        return fitting > 0 ? fitting : forced;
    }

    private static boolean mayBreak(List<Piece> pieces, int at) {
        return at == pieces.size()
                || pieces.get(at - 1).mayBeLast() && pieces.get(at).mayBeFirst();
    }

    private static boolean isFull(List<Piece> pieces, double room) {
        return Measure.of(pieces).width() > room - NEARLY;
    }

    private static Line set(List<Piece> pieces, double indent, double room, boolean isLast) {
        var measure = Measure.of(pieces);
        var slack = room - measure.width();
        var narrowing = slack < 0 && measure.give() > 0 ? Math.min(1, -slack / measure.give()) : 0;
        var gaps = measure.visible() - 1;
        var gap = slack > 0 && !isLast && gaps > 0 ? slack / gaps : 0;
        return new Line(places(pieces, indent, narrowing, gap, !isLast));
    }

    // A run of western words takes whole squares and stands in their middle, or at the edge of the line, so that what
    // follows is in the grid again.
    private static List<Place> places(List<Piece> pieces, double indent, double narrowing, double gap, boolean isFull) {
        var places = new ArrayList<Place>();
        var column = indent;
        for (var at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            if (piece.isWestern()) {
                var end = endOfRun(pieces, at);
                var run = pieces.subList(at, end);
                var width = end == pieces.size()
                        ? Measure.of(run).width()
                        : Measure.of(run).followed();
                var atEdge = at == 0 ? 0 : end == pieces.size() && isFull ? 1 : 0.5;
                placeRun(run, column + (width - Measure.of(run).western()) * atEdge, gap, places);
                column += width + gap * run.size();
                at = end - 1;
                continue;
            }
            var lost = piece.give() * narrowing;
            var begin = piece.kind() == Piece.Kind.OPENING ? column - lost : column;
            places.add(new Place(piece, begin, piece.width()));
            column += piece.width() - lost + gap;
        }
        return places;
    }

    private static void placeRun(List<Piece> run, double begin, double gap, List<Place> places) {
        var inside = begin;
        for (var piece : run) {
            places.add(new Place(piece, inside, piece.width()));
            inside += piece.width() + gap;
        }
    }

    private static int endOfRun(List<Piece> pieces, int from) {
        var end = from;
        while (end < pieces.size() && pieces.get(end).isWestern()) {
            end++;
        }
        return end;
    }
}
