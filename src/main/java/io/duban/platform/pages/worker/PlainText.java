package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plain text and Markdown: a paragraph a line, and a heading where a line starts with "#". */
final class PlainText {

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private PlainText() {}

    static List<Block> blocks(Path file) throws IOException, PaperFailure {
        if (Files.size(file) > MOST_BYTES) {
            throw new PaperFailure(PaperFault.TOO_LARGE);
        }
        var text = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        var blocks = new ArrayList<Block>();
        for (var page : text.split("\f")) {
            if (!blocks.isEmpty()) {
                blocks.add(new Block.PageBreak());
            }
            page.lines().forEach(line -> blocks.add(paragraph(line.replace("\t", "    "))));
        }
        return blocks;
    }

    private static Block paragraph(String line) {
        int level = 0;
        while (level < line.length() && level < 4 && line.charAt(level) == '#') {
            level++;
        }
        boolean heading = level > 0 && level < line.length() && line.charAt(level) == ' ';
        var words = heading ? line.substring(level + 1) : line;
        return new Block.Paragraph(
                List.of(new Block.Run(words, heading)),
                heading && level == 1 ? Block.Alignment.CENTER : Block.Alignment.LEFT,
                heading ? 20 - 2 * level : 14,
                0);
    }
}
