package io.duban.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Lines over a size, as a small picture that every browser shows: three lines of it are less than any library for charts. */
record Plot(String title, String size, Map<String, ? extends SortedMap<Integer, Double>> lines) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 80;
    private static final int BOTTOM = 310;
    private static final int TOP = 40;
    private static final int RIGHT = 500;
    private static final List<String> COLOURS = List.of("#c0392b", "#7f8c8d", "#2980b9", "#27ae60");

    void write(Path file) throws IOException {
        var widest = lines.values().stream().mapToInt(SortedMap::lastKey).max().orElse(1);
        var highest = lines.values().stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(value -> value)
                .max()
                .orElse(1);
        var svg = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>\n<rect width='100%%' height='100%%' fill='white'/>\n"
                        .formatted(WIDTH, HEIGHT));
        text(svg, LEFT, 22, "start", title);
        text(svg, RIGHT, BOTTOM + 38, "end", size);
        svg.append("<path d='M%d %dV%dH%d' fill='none' stroke='black'/>%n".formatted(LEFT, TOP, BOTTOM, RIGHT));
        for (int mark = 0; mark <= 4; mark++) {
            var y = BOTTOM - (BOTTOM - TOP) * mark / 4;
            text(svg, LEFT - 8, y + 4, "end", shown(highest * mark / 4));
        }
        lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .forEach(at -> text(svg, x(at, widest), BOTTOM + 18, "middle", "%,d".formatted(at)));
        var number = 0;
        for (var line : lines.entrySet()) {
            var colour = COLOURS.get(number % COLOURS.size());
            svg.append("<polyline fill='none' stroke-width='2' stroke='%s' points='%s'/>%n"
                    .formatted(
                            colour,
                            line.getValue().entrySet().stream()
                                    .map(point -> x(point.getKey(), widest) + "," + y(point.getValue(), highest))
                                    .collect(Collectors.joining(" "))));
            var end = y(line.getValue().get(line.getValue().lastKey()), highest);
            svg.append("<circle cx='%d' cy='%d' r='4' fill='%s'/>%n".formatted(RIGHT + 16, TOP + 20 * number, colour));
            text(svg, RIGHT + 26, TOP + 4 + 20 * number, "start", line.getKey());
            svg.append("<circle cx='%d' cy='%d' r='3' fill='%s'/>%n"
                    .formatted(x(line.getValue().lastKey(), widest), end, colour));
            number++;
        }
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private static int x(int size, int widest) {
        return LEFT + (int) ((long) (RIGHT - LEFT) * size / widest);
    }

    private static int y(double value, double highest) {
        return (int) (BOTTOM - (BOTTOM - TOP) * value / highest);
    }

    private static String shown(double value) {
        return value >= 100 ? "%,d".formatted(Math.round(value)) : "%.1f".formatted(value);
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append("<text x='%d' y='%d' text-anchor='%s'>%s</text>%n".formatted(x, y, anchor, text));
    }
}
