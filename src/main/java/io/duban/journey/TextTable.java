package io.duban.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in plain text whose columns stand below each other although Chinese characters are two columns wide. Also good Markdown. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    void add(Object... cells) {
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> String.valueOf(cells[i]).replace("|", "\\|").replaceAll("\\R", " "))
                .toList());
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        boolean[] numbers = new boolean[widths.length];
        for (int column = 0; column < widths.length; column++) {
            numbers[column] = isNumbers(column);
        }
        List<String> lines =
                rows.stream().map(row -> line(row, widths, numbers)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, rule(widths, numbers));
        return String.join("\n", lines);
    }

    /** Numbers stand to the right, so that they can be compared. */
    private boolean isNumbers(int column) {
        return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-0-9.]+"));
    }

    private static String line(List<String> row, int[] widths, boolean[] numbers) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> {
                    String pad = " ".repeat(widths[i] - width(row.get(i)));
                    return numbers[i] ? pad + row.get(i) : row.get(i) + pad;
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rule(int[] widths, boolean[] numbers) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> "-".repeat(widths[i] + 1) + (numbers[i] ? ":" : "-"))
                .collect(Collectors.joining("|", "|", "|"));
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        boolean wide = Character.isIdeographic(character)
                || character >= 0x3000 && character <= 0x30FF // Chinese punctuation, kana
                || character >= 0xFF01 && character <= 0xFF60 // full-width forms
                || character >= 0xAC00 && character <= 0xD7A3;
        return wide ? 2 : 1;
    }
}
