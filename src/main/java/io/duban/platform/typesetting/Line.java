package io.duban.platform.typesetting;

import java.util.List;

/**
 * A line of text that is set.
 *
 * @param places from left to right
 */
record Line(List<Place> places) {

    /**
     * A piece and where it begins.
     *
     * @param column in characters from the left edge
     * @param drawn how wide its own square is; a closing mark that was narrowed is still drawn whole
     */
    record Place(Piece piece, double column, double drawn) {

        Place moved(double by) {
            return new Place(piece, column + by, drawn);
        }
    }

    /** Where it begins and ends, in characters. */
    double begin() {
        return places.get(0).column();
    }

    double end() {
        var last = places.get(places.size() - 1);
        return last.column() + last.drawn();
    }

    double width() {
        return places.isEmpty() ? 0 : end() - begin();
    }

    Line moved(double by) {
        return new Line(places.stream().map(place -> place.moved(by)).toList());
    }

    String text() {
        var all = new StringBuilder();
        places.forEach(place -> all.append(place.piece().text()));
        return all.toString();
    }
}
