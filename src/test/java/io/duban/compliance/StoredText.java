package io.duban.compliance;

import io.duban.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) {
                            found.add(file);
                        }
                    } catch (IOException failed) {
                        return visitFileFailed(file, failed);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** The product is at work in there: what it threw away meanwhile is not kept. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                    if (failed instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failed;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
