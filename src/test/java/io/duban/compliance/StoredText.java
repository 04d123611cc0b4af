package io.duban.compliance;

import io.duban.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for words in everything the product keeps: each row of each table, its bytes too, and each file. */
final class StoredText {

    private StoredText() {}

    /** The tables in which a row holds the words. */
    static List<String> tablesWith(String words, TestDatabase database) {
        var found = new ArrayList<String>();
        StoredSchema.of(database).tables().forEach((table, columns) -> {
            var bytes = columns.stream()
                    .filter(column -> column.type().equals("bytea"))
                    .map(column ->
                            " or position(convert_to('%s', 'UTF8') in \"%s\") > 0".formatted(words, column.name()))
                    .collect(Collectors.joining());
            var holding = StoredSchema.rows(
                    database,
                    "select count(*) from \"%1$s\" whole_row where position('%2$s' in whole_row::text) > 0%3$s"
                            .formatted(table, words, bytes),
                    1);
            if (!holding.get(0).get(0).equals("0")) {
                found.add(table);
            }
        });
        return found;
    }

    /** The files below a folder that hold the words. */
    static List<Path> filesWith(String words, Path home) {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(words))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
