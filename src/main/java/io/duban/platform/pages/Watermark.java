package io.duban.platform.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Who reads a page, and when, to stand visibly across it: a photo of the screen names him.
 *
 * @param reader his name
 */
public record Watermark(String reader, Instant at) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    String words() {
        var name = reader.codePoints()
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return name + " " + MINUTE.format(at);
    }
}
