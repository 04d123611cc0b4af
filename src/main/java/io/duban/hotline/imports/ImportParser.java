package io.duban.hotline.imports;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.springframework.stereotype.Component;

/** Reads a file of comma-separated values (RFC 4180, UTF-8, the first line names the columns). */
@Component
class ImportParser {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();

    private final Mappings mappings;
    private final ImportProperties limits;

    ImportParser(Mappings mappings, ImportProperties limits) {
        this.mappings = mappings;
        this.limits = limits;
    }

    /**
     * The rows in order, each as a demand or as the reason why it is none.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} for what is no such file, {@code E_WEB_TOO_LARGE} for too many rows
     */
    List<ImportLine> parse(ImportFile file, byte[] content) {
        var reader = new ImportReader(mappings.require(file.mapping()), file);
        var lines = new ArrayList<ImportLine>();
        try (var parser = CSVParser.parse(new StringReader(text(content)), FORMAT)) {
            for (var row : parser) {
                if (lines.size() == limits.mostRows()) {
                    throw Refusal.of(
                            RefusalCode.E_WEB_TOO_LARGE,
                            "一个文件最多 %d 行,请分成几个文件。".formatted(limits.mostRows()),
                            "A file has at most %d rows; split it.".formatted(limits.mostRows()));
                }
                lines.add(reader.read(row.getRecordNumber(), cells(row)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw noFile(lines.size());
        }
        if (lines.isEmpty()) {
            throw noFile(0);
        }
        return lines;
    }

    /** No text has a NUL, which the database would not take: such a row would be tried again for ever. */
    private static String text(byte[] content) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new MalformedInputException(1);
        }
        return text;
    }

    private static Refusal noFile(int read) {
        return Refusal.invalid(
                "",
                "第 %d 行之后读不下去:须为 UTF-8 的 CSV 文件,首行为列名。".formatted(read),
                "Unreadable after row %d: it takes a CSV file in UTF-8 whose first line names the columns."
                        .formatted(read));
    }

    /** The cells by their column's name; a byte order mark belongs to no name. */
    private static Map<String, String> cells(CSVRecord row) {
        var cells = new HashMap<String, String>();
        row.toMap()
                .forEach((name, value) -> cells.put(name.replace("\uFEFF", "").strip(), value.strip()));
        return cells;
    }
}
