package io.duban.platform.evidence;

import io.duban.platform.problem.ClassifiedMarks;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads an OFD or DOCX, both of which are zip archives: bounded by what the directory claims and again by what really
 * comes out, because a zip bomb lies in its directory. Nothing is unpacked to disk and no XML is parsed.
 */
final class PackageReading {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_EXPANDED_BYTES = 200L * 1024 * 1024;
    private static final int MOST_RATIO = 100;
    private static final int DEEPEST = 1;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int HEAD = 160;
    private static final Pattern OTHER_ENCODING = Pattern.compile(
            "^(?:\\x00*<\\x00|\\x00+<|\\x00*(?:\\xfe\\xff|\\xff\\xfe)|\\W*xml[^>]*?encoding\\s*=\\s*[\"'](?!utf-8[\"']|us-ascii[\"']))",
            Pattern.CASE_INSENSITIVE);

    private final ZipFile zip;
    private final long allowed;
    private long expanded;
    private int nested;

    private PackageReading(ZipFile zip, long allowed) {
        this.zip = zip;
        this.allowed = allowed;
    }

    static ContentKind kindOf(Path file) throws IOException {
        long allowed = Math.min(MOST_EXPANDED_BYTES, Files.size(file) * MOST_RATIO);
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return new PackageReading(zip, allowed).inspect();
        } catch (ZipException | IllegalArgumentException broken) {
            throw Inspection.unsupported("压缩包已损坏或加密", "the archive is broken or encrypted");
        }
    }

    private ContentKind inspect() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw Inspection.tooLarge("文件内的部件超过 2,000 个", "the archive has more than 2,000 entries");
        }
        var kind = kind();
        var entries = Collections.list(zip.entries());
        requireOrdinaryNames(entries);
        long claimed = entries.stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
        if (claimed > allowed || claimed < 0) {
            throw bomb();
        }
        for (var entry : entries) {
            read(entry);
        }
        return kind;
    }

    private ContentKind kind() {
        if (zip.getEntry("OFD.xml") != null) {
            return ContentKind.OFD;
        }
        boolean word = zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null;
        if (word && zip.getEntry("word/vbaProject.bin") == null) {
            return ContentKind.DOCX;
        }
        throw Inspection.unsupported("压缩包只收 OFD 和不带宏的 DOCX", "an archive must be OFD, or DOCX without macros");
    }

    // Nothing is unpacked by name here; but whoever fetches the original may do so. And of two parts of one name a seal
    // could
    // protect the one while a reader shows the other.
    private static void requireOrdinaryNames(List<? extends ZipEntry> entries) {
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var name = entry.getName();
            boolean leadsOutside = name.startsWith("/")
                    || name.indexOf('\\') >= 0
                    || name.indexOf(':') >= 0
                    || ("/" + name + "/").contains("/../");
            if (leadsOutside || !seen.add(name)) {
                throw Inspection.unsupported("压缩包内的文件名不合规", "the archive has names that lead outside or come twice");
            }
        }
    }

    private void read(ZipEntry entry) throws IOException {
        try (var content = new Counted(zip.getInputStream(entry))) {
            read(entry.getName(), content, 0);
        }
    }

    // What is packed inside the package, such as a table in a DOCX, counts and is looked at as well; a third level is
    // nobody's paper.
    private void read(String name, InputStream part, int depth) throws IOException {
        var content = new PushbackInputStream(part, HEAD);
        var head = content.readNBytes(HEAD);
        content.unread(head);
        if (Arrays.equals(Arrays.copyOf(head, ZIP.length), ZIP)) {
            if (depth == DEEPEST) {
                throw Inspection.unsupported("压缩包层层嵌套", "the archive holds archives within archives");
            }
            var inner = new ZipInputStream(content, StandardCharsets.UTF_8);
            for (var entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                if (++nested > MOST_ENTRIES) {
                    throw Inspection.tooLarge("文件内的部件超过 2,000 个", "the archive has more than 2,000 entries");
                }
                read(entry.getName(), new Counted(inner), depth + 1);
            }
        } else if (name.endsWith(".xml")) {
            requireUtf8(head);
            if (marked(content)) {
                throw Inspection.classified();
            }
        }
        content.transferTo(OutputStream.nullOutputStream());
    }

    // Read as UTF-8, text in another encoding would show no mark, nor a document type; whoever parses it would.
    private static void requireUtf8(byte[] head) {
        if (OTHER_ENCODING
                .matcher(new String(head, StandardCharsets.ISO_8859_1))
                .find()) {
            throw Inspection.unsupported("文件内的 XML 须用 UTF-8 编码，请用办公软件另存后再上传", "an XML part is not in UTF-8");
        }
    }

    private static boolean marked(InputStream xml) throws IOException {
        return ClassifiedMarks.in(new XmlText(new InputStreamReader(xml, StandardCharsets.UTF_8)));
    }

    private static RuntimeException bomb() {
        return Inspection.tooLarge(
                "文件解压后超过 200 MB 或超过自身的 100 倍", "the archive expands beyond 200 MB or 100 times its length");
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            expanded += bytes;
            if (expanded > allowed) {
                throw bomb();
            }
        }
    }
}
