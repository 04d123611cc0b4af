package io.duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures, as lines of JSON while they come and as a Markdown table at the end. */
public final class Table {

    private final Path out;
    private final List<String> rows = new ArrayList<>();

    Table(Path out) {
        this.out = out;
    }

    /** Adds a row: written out at once, shown again by {@link #print}. */
    public void add(String part, String name, Map<String, ?> figures) {
        var sorted = new TreeMap<String, Object>(figures);
        var json = sorted.entrySet().stream()
                .map(figure -> "\"%s\":%s".formatted(figure.getKey(), json(figure.getValue())))
                .collect(Collectors.joining(",", "{\"part\":\"" + part + "\",\"name\":\"" + name + "\",", "}"));
        System.out.println(json);
        try {
            Files.writeString(out, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        rows.add("| %s | %s | %s |"
                .formatted(
                        part,
                        name,
                        sorted.entrySet().stream()
                                .map(figure -> figure.getKey() + " " + shown(figure.getValue()))
                                .collect(Collectors.joining(", "))));
    }

    void print() {
        System.out.println("\n| part | what | figures |\n|---|---|---|");
        rows.forEach(System.out::println);
    }

    private static String json(Object value) {
        return value instanceof Number ? shown(value) : "\"" + value + "\"";
    }

    private static String shown(Object value) {
        return value instanceof Double number ? "%.2f".formatted(number) : String.valueOf(value);
    }
}
