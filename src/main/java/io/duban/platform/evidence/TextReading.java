package io.duban.platform.evidence;

import io.duban.platform.problem.ClassifiedMarks;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads plain text and Markdown once, without holding it: valid UTF-8, no NUL, no state-secret mark. */
final class TextReading {

    private TextReading() {}

    static void check(Path file) throws IOException {
        // A new decoder reports malformed bytes; new InputStreamReader(in, charset) would silently replace them.
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new NoNul(new BufferedReader(new InputStreamReader(Files.newInputStream(file), utf8)))) {
            boolean marked = ClassifiedMarks.in(text);
            // The rest counts too: a mark on the first page must not hide that the file is no text at all.
            text.transferTo(Writer.nullWriter());
            if (marked) {
                throw Inspection.classified();
            }
        } catch (CharacterCodingException notText) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Inspection.unsupported(
                "附件只收 PDF、OFD、DOCX、JPEG、PNG、HEIF 和 UTF-8 编码的文本（文本请另存为 UTF-8）",
                "an attachment must be PDF, OFD, DOCX, JPEG, PNG, HEIF or text in UTF-8");
    }

    private static final class NoNul extends FilterReader {

        NoNul(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next == 0) {
                throw unknown();
            }
            return next;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (into[i] == 0) {
                    throw unknown();
                }
            }
            return count;
        }
    }
}
