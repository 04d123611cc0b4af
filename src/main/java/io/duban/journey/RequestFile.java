package io.duban.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads a file of requests in the form of New York's 311. A row that is too short or too long is read as far as it goes. */
final class RequestFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .setIgnoreEmptyLines(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();

    private final RequestMapping mapping;

    RequestFile(RequestMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * What was read.
     *
     * @param brokenOff why reading ended before the file did; empty when it did not
     */
    record Contents(List<RequestRow> rows, String brokenOff) {}

    Contents read(Path file, int limit) {
        List<RequestRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < limit && records.hasNext()) {
                CSVRecord row = records.next();
                rows.add(mapping.toTicket(row.getRecordNumber(), cells(row)));
            }
            return new Contents(rows, "");
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            return new Contents(rows, "after row " + rows.size() + ": " + unreadable.getMessage());
        }
    }

    /** The cells by their column's name; a byte order mark belongs to no name. */
    private static Map<String, String> cells(CSVRecord row) {
        Map<String, String> cells = new HashMap<>();
        row.toMap()
                .forEach((name, value) -> cells.put(name.replace("\uFEFF", "").strip(), value.strip()));
        return cells;
    }
}
